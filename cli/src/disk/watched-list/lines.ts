const LF = 0x0a;
const CR = 0x0d;

/** The lines of a file as bytes, without their line breaks (LF or CR LF). */
export function splitLines(content: Buffer): Buffer[] {
  return rawLines(content).map(withoutEnd);
}

/**
 * Removes the given lines, each as often as it is given, and keeps every other byte. Compares lines
 * without their line breaks, since the last line gets one when another line is added.
 */
export function withoutLines(content: Buffer, lines: readonly Buffer[]): Buffer {
  const going = new Map<string, number>();
  for (const line of lines) going.set(keyOf(line), (going.get(keyOf(line)) ?? 0) + 1);

  const staying = rawLines(content).filter((raw) => {
    const key = keyOf(withoutEnd(raw));
    const count = going.get(key) ?? 0;
    going.set(key, count - 1);
    return count <= 0;
  });
  return Buffer.concat(staying);
}

/** The lines, including their line breaks. */
export function rawLines(content: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < content.length; ) {
    const end = content.indexOf(LF, start);
    const next = end === -1 ? content.length : end + 1;
    lines.push(content.subarray(start, next));
    start = next;
  }
  return lines;
}

export function withoutEnd(line: Buffer): Buffer {
  const end = line.at(-1) === LF ? line.length - 1 : line.length;
  return line.subarray(0, line[end - 1] === CR ? end - 1 : end);
}

export const keyOf = (bytes: Buffer) => bytes.toString('latin1');
