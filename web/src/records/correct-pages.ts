import { type endpoints, MOST_PAGES, type RequestOf } from '@immersion-tracker/contract';
import type { InfiniteData } from '@tanstack/react-query';
import { createSearch } from '../text/search.ts';
import type { WatchedRecord } from '../tracker/tracker.ts';
import { type Correction, correctList, isAfter } from './corrections.ts';

/** Which records a list holds, as `GET /watched` is asked for them. */
export type WatchedQuery = Pick<
  RequestOf<typeof endpoints.getWatched>,
  'day' | 'kind' | 'group_id' | 'guessed' | 'query'
>;

export interface WatchedPart {
  readonly watched: readonly WatchedRecord[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export type WatchedPages = InfiniteData<WatchedPart, string | undefined>;

/** The cursor of the page after this one. Undefined at the end, which is also where a cursor returns. */
export function cursorAfter(
  { next }: WatchedPart,
  cursors: readonly (string | undefined)[],
): string | undefined {
  if (next === null || cursors.includes(next)) return undefined;
  return cursors.length < MOST_PAGES ? next : undefined;
}

export const recordsOf = (data: WatchedPages): readonly WatchedRecord[] =>
  data.pages.flatMap(({ watched }) => watched);

/** The pages of a list after a correction. What belongs on a page that is not loaded is left out. */
export function correctPages(
  data: WatchedPages,
  query: WatchedQuery,
  correction: Correction,
  dayOf: (moment: number) => string,
): WatchedPages {
  const records = recordsOf(data);
  const last = records.at(-1);
  const isComplete = data.pages.at(-1)?.next === null;
  const corrected = correctList(records, correction, (record) => {
    const isLoaded = isComplete || last === undefined || isAfter(record, last);
    return isLoaded && matches(record, query, dayOf);
  });
  // Where one page ends and the next begins does not matter until they are loaded again.
  const pages = data.pages.map((page, index) => ({
    ...page,
    watched: index === 0 ? corrected : [],
  }));
  return { ...data, pages };
}

/** Whether a record belongs in a list. Close enough to the tracker's rules until the list is loaded again. */
function matches(
  record: WatchedRecord,
  { day, kind, group_id, guessed, query = '' }: WatchedQuery,
  dayOf: (moment: number) => string,
): boolean {
  const search = createSearch([record], ({ title, group }) => `${title} ${group ?? ''}`);
  return (
    (day === undefined || dayOf(record.watched_at) === day) &&
    (kind === undefined || record.kind === kind) &&
    (group_id === undefined || record.group_id === group_id) &&
    (guessed !== 'true' || record.duration_source === 'guess') &&
    query.split(/\s+/).every((word) => search(word).length > 0)
  );
}
