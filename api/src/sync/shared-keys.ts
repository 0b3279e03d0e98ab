import { episode } from '@immersion-tracker/contract';
import type { PublicError } from '../kernel/errors.ts';
import { sortKey } from '../store/keys.ts';
import { naming, type RecordNames, sharedKey } from '../store/shared-key.ts';
import type { Store } from '../store/store.ts';

export interface EpisodeNames {
  readonly folder_name: string;
  readonly file_name: string;
}

/**
 * The episodes by sort key. If one is listed twice, the last one counts. Throws a 409 if two different ones
 * have the same key.
 */
export function distinctEpisodes<Episode extends EpisodeNames>(
  episodes: readonly Episode[],
): Map<string, Episode> {
  const bySortKey = new Map<string, Episode>();
  for (const [index, sent] of episodes.entries()) {
    const { folder_name, file_name } = sent;
    const sk = sortKey(episode.record, [folder_name, file_name], `episodes[${index}].file_name`);
    const first = bySortKey.get(sk);
    if (first && first.folder_name !== folder_name) throw conflictOf(first, sent);
    bySortKey.set(sk, sent);
  }
  return bySortKey;
}

/** Throws a 409 if a stored record has the key of one of these episodes, but is another one. */
export async function rejectSharedKeys(
  store: Store,
  pk: string,
  episodes: ReadonlyMap<string, EpisodeNames>,
  signal: AbortSignal,
): Promise<void> {
  const ambiguous = [...episodes].filter(([, { folder_name, file_name }]) =>
    `${folder_name}${file_name}`.includes('#'),
  );
  if (ambiguous.length === 0) return;
  const sks = ambiguous.map(([sk]) => sk);
  for (const stored of await store.getMany(pk, sks, naming, signal)) {
    const sent = episodes.get(stored.sk);
    const isOther = stored.rewatch_of !== undefined || stored.folder_name !== sent?.folder_name;
    if (sent && isOther) throw conflictOf(stored, sent);
  }
}

const conflictOf = (first: RecordNames, second: RecordNames): PublicError =>
  sharedKey(first, second, 'rename one of them without "#"');
