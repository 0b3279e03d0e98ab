import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { isSystemFolder } from '../../media/folder-kinds.ts';
import { watchedFolderOf } from '../../media/layout.ts';
import { linkAt } from '../folders.ts';
import { partsOf, walk } from '../walk.ts';
import { blindSpots, type Found, nothing, ofTroubles, together } from './found.ts';
import { LETTER_CASE } from './watched-videos.ts';

const MISPLACED = 'is not read: move its contents to movies/watched';

/** Finds `watched` folders beneath `movies` that are not read: only `movies/watched` is. */
export async function misplacedIn(base: string, entry: Dirent): Promise<Found> {
  const { name } = entry;
  const path = join(base, name);
  if (name === 'watched' || isSystemFolder(name)) return nothing;
  if (entry.isSymbolicLink()) return ofTroubles(blindSpots(base, [linkAt(path)]));
  if (!entry.isDirectory()) return nothing;
  const { files, troubles } = await walk(path);
  const ways = files.flatMap((file) => {
    const parts = watchedFolderOf(partsOf(base, file.path));
    return parts === undefined ? [] : [join(...parts)];
  });
  const left = [...new Set(ways)].map((way) => {
    return { path: join(base, way), reason: way === name ? LETTER_CASE : MISPLACED };
  });
  return together([{ ...nothing, left }, ofTroubles(blindSpots(base, troubles))]);
}
