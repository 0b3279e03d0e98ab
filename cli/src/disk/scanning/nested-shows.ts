import { basename, dirname, join } from 'node:path';
import { isAnyWatched, isOfSystem, isSeasonName } from '../../media/folder-kinds.ts';
import { watchedFolderOf } from '../../media/layout.ts';
import type { Finding } from '../finding.ts';
import { partsOf, type Walked } from '../walk.ts';

/** A show's folder inside another show's folder, at the level of its seasons. */
export interface NestedShow {
  readonly path: string;
  /** Names the folder that it belongs in; undefined if none of its videos were watched. */
  readonly left: Finding | undefined;
}

/** Finds shows inside a show's folder, such as a collection, by the `tvshow.nfo` of media centers. */
export function nestedShows(base: string, { files }: Walked): NestedShow[] {
  const ways = files.map(({ path }) => partsOf(base, path));
  const folderOf = (parts: readonly string[]) =>
    join(base, ...parts.slice(0, parts[0] === 'watched' ? 2 : 1));
  const nested = new Set(ways.filter(isDescription).map(folderOf));
  if (nested.size === 0) return [];
  const watched = new Set(ways.filter(watchedFolderOf).map(folderOf));
  return [...nested].map((path) => {
    return { path, left: watched.has(path) ? { path, reason: reasonFor(base, path) } : undefined };
  });
}

/** Whether the path is a `tvshow.nfo` directly in what may be a show's folder. */
function isDescription(parts: readonly string[]): boolean {
  const [name = '', file = '', ...more] = parts[0] === 'watched' ? parts.slice(1) : parts;
  if (more.length > 0 || file.toLowerCase() !== 'tvshow.nfo') return false;
  return !isSeasonName(name) && !isAnyWatched(name) && !isOfSystem(name);
}

function reasonFor(base: string, path: string): string {
  const place = `shows/${basename(path)}`;
  return dirname(path) === base
    ? `is a show one folder too deep: move it to ${place}`
    : `is a show in another show's folder: move its videos to ${place}/watched`;
}
