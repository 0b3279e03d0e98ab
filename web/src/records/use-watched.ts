import { endpoints } from '@immersion-tracker/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Report } from '../tracker/tracker.ts';
import type { Trouble } from '../tracker/trouble.ts';
import { useSession } from '../tracker/use-session.ts';
import {
  recordsOf,
  type WatchedPages,
  type WatchedPart,
  type WatchedQuery,
} from './correct-pages.ts';

/** The start of the query keys of lists of records; the `WatchedQuery` follows. */
export const WATCHED_KEY = 'watched';

const PAGE = 50;

/** Records page by page, the latest first. They are loaded again with the report. */
export function useWatched(query: WatchedQuery, { asOf }: Report) {
  const { send } = useSession();
  const { data, error, dataUpdatedAt, isFetching, refetch, ...list } = useInfiniteQuery<
    WatchedPart,
    Trouble,
    WatchedPages,
    readonly [typeof WATCHED_KEY, WatchedQuery],
    string | undefined
  >({
    queryKey: [WATCHED_KEY, query],
    queryFn: ({ pageParam, signal }) =>
      send(endpoints.getWatched, { ...query, limit: PAGE, before: pageParam }, signal),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    retry: false,
    // A tracker on this machine answers even without a network.
    networkMode: 'always',
  });
  const isOlder = data !== undefined && dataUpdatedAt < asOf && !list.isPlaceholderData;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each report, even if it fails.
  useEffect(() => {
    if (isOlder && !isFetching) void refetch();
  }, [asOf]);

  return {
    /** Undefined until the first page is there. */
    records: useMemo(() => data && recordsOf(data), [data]),
    trouble: error ?? undefined,
    /** Whether `records` are still those of the query before. */
    isChanging: list.isPlaceholderData,
    hasOlder: list.hasNextPage,
    isLoadingOlder: list.isFetchingNextPage,
    loadOlder: () => void (!isFetching && list.fetchNextPage()),
    retry: () => void refetch(),
  };
}
