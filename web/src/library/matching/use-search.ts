import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Trouble } from '../../tracker/trouble.ts';
import { useSession } from '../../tracker/use-session.ts';

export type Results = ResponseOf<typeof endpoints.search>['results'];

/** Milliseconds without a key press after which a search begins. */
const PAUSE_MS = 350;
/** What TheTVDB knows hardly changes while somebody looks for a show. */
const FRESH_MS = 10 * 60_000;

/** Searches TheTVDB as somebody types. */
export function useSearch(type: 'series' | 'movie', text: string) {
  const { send } = useSession();
  const [query] = useDebouncedValue(text.trim(), PAUSE_MS);
  const search = useQuery<Results, Trouble>({
    queryKey: ['search', type, query],
    queryFn: async ({ signal }) => (await send(endpoints.search, { type, query }, signal)).results,
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
  return {
    results: query === '' ? undefined : search.data,
    problem: search.error ?? undefined,
    searching: search.isFetching || query !== text.trim(),
    retry: () => void search.refetch(),
  };
}
