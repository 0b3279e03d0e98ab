import { endpoints, type RequestOf, type ResponseOf } from '@immersion-tracker/contract';
import type { Tracker } from '../../tracker/tracker.ts';

/** A record, as the tracker lists it. */
export type Watched = ResponseOf<typeof endpoints.getWatched>['watched'][number];
type Query = RequestOf<typeof endpoints.getWatched>;

/** How many of the latest records count as recent. It is the most that one request can have. */
const RECENT = 200;

/** The latest records, which have the shortest codes. */
export async function recentRecords(tracker: Tracker): Promise<readonly Watched[]> {
  return (await tracker.send(endpoints.getWatched, { limit: RECENT })).watched;
}

/** Records, the latest first. Asks for as many pages as are read. */
export async function* listWatched(
  tracker: Tracker,
  query: Omit<Query, 'before' | 'limit'>,
): AsyncGenerator<Watched, void> {
  let before: string | null | undefined;
  while (before !== null) {
    const page = { ...query, limit: RECENT, ...(before !== undefined && { before }) };
    const { watched, next } = await tracker.send(endpoints.getWatched, page);
    yield* watched;
    before = next;
  }
}

/** The title, and what it belongs to. */
export const nameOf = ({ title, group, rewatch_of }: Watched): string =>
  [
    group === null ? title : `${title} · ${group}`,
    ...(rewatch_of === null ? [] : ['(again)']),
  ].join(' ');
