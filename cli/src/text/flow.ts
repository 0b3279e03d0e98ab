import stringWidth from 'string-width';

/**
 * Sets pieces one after another into lines of at most `width` columns, with the separator between
 * two on one line. Pieces may be painted. A piece is never broken: one that is too wide overflows.
 */
export function flow(pieces: readonly string[], width: number, separator = ' '): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const piece of pieces) {
    const longer: string = line === undefined ? piece : line + separator + piece;
    if (line !== undefined && stringWidth(longer) > width) {
      lines.push(line);
      line = piece;
    } else {
      line = longer;
    }
  }
  return line === undefined ? lines : [...lines, line];
}

/** Prose as {@link flow} sets its words. */
export function wrap(prose: string, width: number): string[] {
  return flow(prose.split(' '), width);
}

/** Text whose lines are set to at most `width` columns, as {@link wrap} does it, each at its indent. */
export function reflow(text: string, width: number): string {
  const lines = text.split('\n').flatMap((line) => {
    if (stringWidth(line) <= width) return [line];
    const words = line.trimStart();
    const indent = line.slice(0, line.length - words.length);
    return wrap(words, width - indent.length).map((part) => indent + part);
  });
  return lines.join('\n');
}
