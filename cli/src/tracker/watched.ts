import {
  allPages,
  endpoints,
  type RequestOf,
  type ResponseOf,
  WATCHED_LIMIT,
} from '@immersion-tracker/contract';
import type { Tracker } from './tracker.ts';

/** A record, as the tracker lists it. */
export type Watched = ResponseOf<typeof endpoints.getWatched>['watched'][number];
type Filter = Omit<RequestOf<typeof endpoints.getWatched>, 'before' | 'limit'>;

/** The latest records, as many as one request can have. Without a filter, these are the ones with the shortest codes. */
export async function recentRecords(
  tracker: Tracker,
  filter: Filter = {},
): Promise<readonly Watched[]> {
  return (await tracker.send(endpoints.getWatched, { ...filter, limit: WATCHED_LIMIT })).watched;
}

/** Records, the latest first. Asks for as many pages as are read. */
export async function* listWatched(
  tracker: Tracker,
  filter: Filter,
): AsyncGenerator<Watched, void> {
  const query = { ...filter, limit: WATCHED_LIMIT };
  const pages = allPages((before) => tracker.send(endpoints.getWatched, { ...query, before }));
  for await (const { watched } of pages) yield* watched;
}

/** The title, and what it belongs to. */
export const nameOf = ({ title, group, rewatch_of }: Watched): string =>
  [
    group === null ? title : `${title} · ${group}`,
    ...(rewatch_of === null ? [] : ['(again)']),
  ].join(' ');
