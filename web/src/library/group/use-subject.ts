import { endpoints } from '@immersion-tracker/contract';
import { useQuery } from '@tanstack/react-query';
import { isUnmatched } from '../../kinds/names.ts';
import type { LibraryEntry } from '../../tracker/tracker.ts';
import { useSession } from '../../tracker/use-session.ts';
import type { Subject } from '../matching/match.ts';
import { localNames } from '../sources.ts';
import { useFolders } from '../use-folders.ts';

/** What can be matched with TheTVDB; undefined for other media, and until its folders or its TheTVDB id are known. */
export function useSubject(entry: LibraryEntry): Subject | undefined {
  const { kind, group_id: groupId } = entry;
  const folders = useFolders(kind === 'episode' && !isUnmatched(entry));
  const movieId = useMovieId(kind === 'movie' ? groupId : undefined);
  const names = localNames(entry, folders);
  if ((kind !== 'episode' && kind !== 'movie') || names.length === 0) return undefined;
  if (kind === 'movie') {
    return movieId === undefined ? undefined : { kind, groupId, names, tvdbId: movieId };
  }
  return { kind, groupId, names, tvdbId: isUnmatched(entry) ? null : Number(groupId) };
}

/** The TheTVDB id of a movie, which only its record has; null if it has none, undefined until it is known. */
function useMovieId(recordId: string | undefined): number | null | undefined {
  const { send } = useSession();
  const { data } = useQuery({
    queryKey: ['records', recordId],
    queryFn: async ({ signal }) => {
      const { records } = await send(endpoints.getRecords, { ids: [recordId ?? ''] }, signal);
      const id = records[0]?.tvdb_id;
      return typeof id === 'number' ? id : null;
    },
    enabled: recordId !== undefined,
    retry: 1,
  });
  return data;
}
