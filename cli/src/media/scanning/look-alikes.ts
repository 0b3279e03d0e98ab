import { type Dirent, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isVideo } from '../file-kinds.ts';
import { readFolder } from '../folders.ts';
import type { Remark } from '../remarks.ts';

const OURS = ['shows', 'movies', 'watched.txt'];

/** What copies, editors and synchronizers make of the list's name, apart from drafts and backups. */
const LIKE_THE_LIST = /^watched(?![\p{L}\p{N}]).*\.(txt|text|rtf|md|doc|docx)$/iu;

/** What looks like a part of a media folder, and is not read. */
export async function lookAlikesIn(root: string, entries: readonly Dirent[]): Promise<Remark[]> {
  const names = new Set(entries.map(({ name }) => name));
  const remarks = await Promise.all(entries.map((entry) => lookAlike(root, entry, names)));
  return remarks.filter((remark) => remark !== undefined);
}

async function lookAlike(
  root: string,
  entry: Dirent,
  names: ReadonlySet<string>,
): Promise<Remark | undefined> {
  const { name } = entry;
  const path = join(root, name);
  if (OURS.includes(name)) return undefined;
  const twin = OURS.find((one) => one === name.trim().toLowerCase());
  // On a disk that does not tell letter cases apart, it is the very one that is read.
  if (twin !== undefined && !names.has(twin) && existsSync(join(root, twin))) return undefined;
  if (entry.isDirectory()) {
    if (twin === 'shows' || twin === 'movies') {
      return { path, reason: `counts only if it is called ${twin}: rename it` };
    }
    return (await isMisplacedWatched(path)) ? { path, reason: MISPLACED } : undefined;
  }
  return LIKE_THE_LIST.test(name) ? { path, reason: NOT_THE_LIST } : undefined;
}

const NOT_THE_LIST =
  'looks like the list, and is not read: move its lines to watched.txt, then delete or rename it';
const MISPLACED =
  'is not where watched videos count: move them to shows/<show>/watched or movies/watched';

async function isMisplacedWatched(path: string): Promise<boolean> {
  if (!/^watched$/i.test(basename(path).trim())) return false;
  const { entries } = await readFolder(path);
  return entries.some((entry) => entry.isFile() && isVideo(entry.name));
}
