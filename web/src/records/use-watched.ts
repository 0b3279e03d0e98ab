import { endpoints, WATCHED_LIMIT } from '@immersion-tracker/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Report } from '../tracker/tracker.ts';
import type { Trouble } from '../tracker/trouble.ts';
import { useSession } from '../tracker/use-session.ts';
import {
  cursorAfter,
  recordsOf,
  type WatchedPages,
  type WatchedPart,
  type WatchedQuery,
} from './correct-pages.ts';

/** The start of the query keys of lists of records; the `WatchedQuery` follows. */
export const WATCHED_KEY = 'watched';

/** A small first page arrives soon. The others are as large as possible, since corrections reload all. */
const FIRST_PAGE = 50;

/** Records page by page, the latest first. They are loaded again with the report. */
export function useWatched(query: WatchedQuery, { asOf }: Report) {
  const { send } = useSession();
  const { data, error, dataUpdatedAt, errorUpdatedAt, isFetching, refetch, ...list } =
    useInfiniteQuery<
      WatchedPart,
      Trouble,
      WatchedPages,
      readonly [typeof WATCHED_KEY, WatchedQuery],
      string | undefined
    >({
      queryKey: [WATCHED_KEY, query],
      queryFn: ({ pageParam, signal }) =>
        send(
          endpoints.getWatched,
          {
            ...query,
            ...(pageParam === undefined
              ? { limit: FIRST_PAGE }
              : { limit: WATCHED_LIMIT, before: pageParam }),
          },
          signal,
        ),
      initialPageParam: undefined,
      getNextPageParam: (page, _pages, _cursor, cursors) => cursorAfter(page, cursors),
      placeholderData: keepPreviousData,
    });
  const isOlder = data !== undefined && Math.max(dataUpdatedAt, errorUpdatedAt) < asOf;
  const mustReload = isOlder && !isFetching && !list.isPlaceholderData;
  useEffect(() => {
    if (mustReload) void refetch();
  }, [mustReload, refetch]);

  return {
    /** Undefined until the first page is there. */
    records: useMemo(() => data && recordsOf(data), [data]),
    trouble: error ?? undefined,
    /** Whether `records` are still those of the query before. */
    isChanging: list.isPlaceholderData,
    hasOlder: list.hasNextPage,
    isLoading: isFetching,
    loadOlder: () => void (!isFetching && list.fetchNextPage()),
    retry: () => void refetch(),
  };
}
