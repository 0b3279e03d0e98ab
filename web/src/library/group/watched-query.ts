import { allPages, endpoints, type KindId, WATCHED_LIMIT } from '@immersion-tracker/contract';
import { queryOptions } from '@tanstack/react-query';
import { WATCHED_KEY } from '../../records/use-watched.ts';
import type { Send, WatchedRecord } from '../../tracker/tracker.ts';

/** All records of a show, movie, channel or podcast, the latest first. */
export const watchedQuery = (send: Send, kind: KindId, groupId: string) =>
  queryOptions({
    queryKey: [WATCHED_KEY, 'group', kind, groupId],
    queryFn: ({ signal }) => allWatched(send, kind, groupId, signal),
  });

async function allWatched(
  send: Send,
  kind: KindId,
  group_id: string,
  signal: AbortSignal,
): Promise<readonly WatchedRecord[]> {
  const query = { kind, group_id, limit: WATCHED_LIMIT };
  const pages = allPages((before) => send(endpoints.getWatched, { ...query, before }, signal));
  const all: (readonly WatchedRecord[])[] = [];
  for await (const { watched } of pages) all.push(watched);
  return all.flat();
}
