import type { WatchedRecord } from '../tracker/tracker.ts';
import type { DayGroup } from './day-groups.ts';

/** A line of the list: the heading of a day, or a record. */
export interface ListItem {
  readonly key: string;
  readonly group: DayGroup;
  /** Undefined in a heading. */
  readonly record?: WatchedRecord;
}

/** The lines of a list, from top to bottom. */
export const listItems = (groups: readonly DayGroup[]): ListItem[] =>
  groups.flatMap((group) => [
    { key: group.date, group },
    ...group.records.map((record) => ({ key: record.id, group, record })),
  ]);

/** A line and its edges, in pixels from the top of the page. */
export interface Placed {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

export interface Gapped extends Placed {
  /** The pixels above it that belong to lines that are not rendered. */
  readonly gap: number;
}

/** Lines with the gaps between them, and the one after the last. `top` and `end` are those of the list. */
export function withGaps(
  lines: readonly Placed[],
  top: number,
  end: number,
): { readonly lines: Gapped[]; readonly below: number } {
  const gapped = lines.map((line, index) => ({
    ...line,
    gap: line.start - (lines[index - 1]?.end ?? top),
  }));
  return { lines: gapped, below: end - (lines.at(-1)?.end ?? top) };
}
