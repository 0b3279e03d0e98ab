import { endpoints } from '@immersion-tracker/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '../tracker/use-session.ts';
import { foldersById } from './sources.ts';

/** Until something is matched, shows stay in their folders. */
const FRESH_MS = 60_000;

/** The folders of each matched show, by TheTVDB id; none until they are known. */
export function useFolders(enabled: boolean): ReadonlyMap<string, readonly string[]> {
  const { send } = useSession();
  const { data } = useQuery({
    queryKey: ['shows'],
    queryFn: ({ signal }) => send(endpoints.getShows, undefined, signal),
    enabled,
    staleTime: FRESH_MS,
    retry: 1,
  });
  return useMemo(() => foldersById(data?.shows ?? []), [data]);
}
