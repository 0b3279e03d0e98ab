import { keyOf, rawLines, splitLines, withoutEnd, withoutLines } from './lines.ts';

/** How often a line was in a list, and how often it should be. Without its line break. */
export interface LineCount {
  readonly line: Buffer;
  readonly from: number;
  readonly to: number;
}

/**
 * Adds or removes lines until the list has them as often as it should, but no more of them than the two
 * counts differ by: the learner may have changed the list since. Lines return to where they were in
 * `before`, an earlier content, or to the end if their place is unknown. All other bytes stay.
 */
export function recountLines(content: Buffer, lines: readonly LineCount[], before: Buffer): Buffer {
  const present = countLines(content);
  const all = lines.map(({ line, ...counts }) => ({
    line,
    more: moreNeeded(counts, present(line)),
  }));
  const excess = all.flatMap(({ line, more }) => repeated(line, -more));
  const missing = all.flatMap(({ line, more }) => repeated(line, more));
  const kept = excess.length === 0 ? content : withoutLines(content, excess);
  return missing.length === 0 ? kept : withLines(kept, missing, before);
}

/** How many more of a line a list needs that has it `now` times; negative if it has too many. */
export function moreNeeded({ from, to }: Omit<LineCount, 'line'>, now: number): number {
  return to > from
    ? Math.max(0, Math.min(to - from, to - now))
    : Math.min(0, Math.max(to - from, to - now));
}

/** Returns a function that tells how often a content has a line. */
export function countLines(content: Buffer): (line: Buffer) => number {
  const lines = Map.groupBy(splitLines(content), keyOf);
  return (line) => lines.get(keyOf(line))?.length ?? 0;
}

const repeated = (line: Buffer, count: number) => Array<Buffer>(Math.max(0, count)).fill(line);

/** Puts lines back in front of or behind those that were around them in `before`. */
function withLines(content: Buffer, lines: readonly Buffer[], before: Buffer): Buffer {
  const present = rawLines(content);
  const keys = present.map((raw) => keyOf(withoutEnd(raw)));
  const missing = new Map([...Map.groupBy(lines, keyOf)].map(([key, all]) => [key, all.length]));
  const places: { readonly raw: Buffer; at: number | undefined }[] = [];
  let after: number | undefined;
  for (const raw of rawLines(before)) {
    const key = keyOf(withoutEnd(raw));
    const count = missing.get(key) ?? 0;
    if (count > 0) {
      missing.set(key, count - 1);
      places.push({ raw, at: after });
      continue;
    }
    const found = keys.indexOf(key, after ?? 0);
    if (found === -1) continue;
    // These were in front of the first line that is still there.
    if (after === undefined) for (const place of places) place.at = found;
    after = found + 1;
  }
  const placed = Map.groupBy(places, ({ at }) => at ?? present.length);
  const all = [...present.keys(), present.length].flatMap((index) => [
    ...(placed.get(index) ?? []).map(({ raw }) => raw),
    ...present.slice(index, index + 1),
  ]);
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  return Buffer.concat(all.map((raw, index) => (index < all.length - 1 ? ended(raw, end) : raw)));
}

const ended = (raw: Buffer, end: string) =>
  withoutEnd(raw).length < raw.length ? raw : Buffer.concat([raw, Buffer.from(end)]);
