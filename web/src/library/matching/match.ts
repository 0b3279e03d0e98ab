import { endpoints, episode } from '@immersion-tracker/contract';
import type { Formats } from '../../text/formats.ts';
import type { Send, WatchedRecord } from '../../tracker/tracker.ts';

/** A show or movie that can be matched with TheTVDB. */
export interface Subject {
  readonly kind: 'episode' | 'movie';
  readonly groupId: string;
  /** The folders of the show, or the file of the movie. */
  readonly names: readonly string[];
  /** Its TheTVDB id until now; null if it has none. */
  readonly tvdbId: number | null;
}

/** The id of the group that a subject belongs to once it is matched. A movie keeps its own. */
export const groupIdAfter = ({ kind, groupId }: Subject, tvdbId: number): string =>
  kind === 'movie' ? groupId : `${tvdbId}`;

/** The tracker can take metadata from a show again, but not from a movie. */
export const canUndo = ({ kind, tvdbId }: Subject): boolean =>
  kind === 'episode' || tvdbId !== null;

/** Says which show or movie it is. If a folder fails, those before it get their old id back. */
export async function match(send: Send, subject: Subject, tvdbId: number | null): Promise<void> {
  const done: string[] = [];
  try {
    for (const name of subject.names) {
      await put(send, subject, name, tvdbId);
      done.push(name);
    }
  } catch (error) {
    await Promise.allSettled(done.map((name) => put(send, subject, name, subject.tvdbId)));
    throw error;
  }
}

/** Takes back a match; folders that were matched with the same show before stay as they are. */
export const undo = (send: Send, subject: Subject): Promise<void> =>
  match(send, subject, subject.tvdbId);

async function put(send: Send, { kind }: Subject, name: string, tvdb_id: number | null) {
  if (kind === 'episode') await send(endpoints.updateShow, { folder_name: name, tvdb_id });
  else if (tvdb_id !== null) await send(endpoints.updateMovie, { file_name: name, tvdb_id });
}

/** Such as `Matched. 42 episodes now count 27 min each.`, of the group's records after the match. */
export function matchedWords(
  { kind, names }: Subject,
  records: readonly WatchedRecord[],
  { counted, length }: Pick<Formats, 'counted' | 'length'>,
): string {
  const [first] = kind === 'movie' ? records : ofFolders(records, names);
  if (first?.duration == null) return 'Matched.';
  const now = length(first.duration);
  if (kind === 'movie') {
    return first.duration_source === 'provider' ? `Matched. It now counts ${now}.` : 'Matched.';
  }
  const count = ofFolders(records, names).length;
  const episodes = counted(count, 'episode');
  return count === 1
    ? `Matched. ${episodes} now counts ${now}.`
    : `Matched. ${episodes} now count ${now} each.`;
}

/** The episodes in these folders that last as long as their show's usually do. */
const ofFolders = (records: readonly WatchedRecord[], folders: readonly string[]) =>
  records.filter(
    ({ id, duration_source }) =>
      duration_source === 'show_average' &&
      folders.some((folder) => id.startsWith(`${episode.record.prefix}${folder}#`)),
  );
