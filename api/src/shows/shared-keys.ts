import { PREFIX } from '@immersion-tracker/contract';
import { PublicError } from '../kernel/errors.ts';
import { episodeItem } from '../store/items.ts';
import { sortKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

// `EPISODE#a#b#c` is the key of folder `a#b`, file `c` and of folder `a`, file `b#c`. The key
// format is the contract, so the second of such a pair is refused.

export interface Episode {
  readonly folder_name: string;
  readonly file_name: string;
}

/** Beyond so many folders, one reading of all episodes takes fewer round trips. */
const FOLDERS_READ_ALONE = 10;

const names = episodeItem.pick({ sk: true, folder_name: true, file_name: true });

/** The episodes by sort key. Throws where two different ones have the same. */
export function distinctEpisodes(episodes: readonly Episode[]): Map<string, Episode> {
  const bySortKey = new Map<string, Episode>();
  for (const [index, { folder_name, file_name }] of episodes.entries()) {
    const sk = sortKey.episode(folder_name, file_name, `episodes[${index}].file_name`);
    const first = bySortKey.get(sk);
    if (first && first.folder_name !== folder_name) throw shared(first, { folder_name, file_name });
    bySortKey.set(sk, { folder_name, file_name });
  }
  return bySortKey;
}

/** Throws where a stored episode has the key of a different one of these. */
export async function rejectSharedKeys(
  store: Store,
  pk: string,
  episodes: ReadonlyMap<string, Episode>,
  signal: AbortSignal,
): Promise<void> {
  const ambiguous = [...episodes.values()].filter(({ folder_name, file_name }) =>
    `${folder_name}${file_name}`.includes('#'),
  );
  const folders = new Set(ambiguous.map(({ folder_name }) => `${PREFIX.episode}${folder_name}#`));
  for (const prefix of folders.size > FOLDERS_READ_ALONE ? [PREFIX.episode] : folders) {
    for await (const page of store.read(pk, prefix, names, signal)) {
      for (const { sk, ...stored } of page) {
        const sent = episodes.get(sk);
        if (sent && sent.folder_name !== stored.folder_name) throw shared(stored, sent);
      }
    }
  }
}

function shared(first: Episode, second: Episode): PublicError {
  const name = ({ folder_name, file_name }: Episode) =>
    `folder ${JSON.stringify(folder_name)}, file ${JSON.stringify(file_name)}`;
  return new PublicError(
    'conflict',
    `${name(second)} has the same key as ${name(first)}; rename one of them without "#"`,
  );
}
