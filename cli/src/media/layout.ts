import { isVideo, recordedName } from './file-kinds.ts';
import { isAnyWatched, isLikeWatched, isSystemFolder } from './folder-kinds.ts';

/**
 * Where watched videos lie, and how they are recorded. `parts` are the names on the way to a file: from
 * the folder of its show, or from `movies`.
 */
export interface Layout {
  /** The name to record; undefined if the file lies deeper than the layout goes. */
  nameOf(parts: readonly string[]): string | undefined;
  /** What a video there is. */
  readonly noun: string;
  /** Where a video belongs that lies too deep. */
  readonly places: string;
}

export const episodes: Layout = {
  nameOf(parts) {
    const [first = '', second = '', third] = parts;
    if (parts.length === 2 && first === 'watched') return recordedName(second);
    if (parts.length !== 3 || third === undefined) return undefined;
    const season = seasonOf(first, second);
    return season && `${season.normalize('NFC')}/${recordedName(third)}`;
  },
  noun: 'an episode',
  places: 'shows/<show>/watched or shows/<show>/<season>/watched',
};

export const movies: Layout = {
  nameOf(parts) {
    const [, second = '', third] = parts;
    if (parts.length === 2) return recordedName(second);
    if (parts.length !== 3 || third === undefined) return undefined;
    const [folder, file] = [second.normalize('NFC'), recordedName(third)];
    return folder === file ? file : `${folder}/${file}`;
  },
  noun: 'a movie',
  places: 'movies/watched',
};

/** Whether a file on this way is in a folder for watched videos, at whatever depth. */
export function isInWatched(parts: readonly string[]): boolean {
  return parts.slice(0, -1).includes('watched');
}

/**
 * The path to the folder, called `watched` in any spelling, that a video lies in, as a list of names.
 * Undefined if the file lies in none, is not a video, or belongs to a system.
 */
export function watchedFolderOf(parts: readonly string[]): readonly string[] | undefined {
  const parents = parts.slice(0, -1);
  const index = parents.findIndex(isAnyWatched);
  if (index === -1 || !isVideo(parts.at(-1) ?? '')) return undefined;
  if (parents.some(isSystemFolder)) return undefined;
  return parents.slice(0, index + 1);
}

/** The season of one of `<season>/watched` and `watched/<season>`. */
function seasonOf(first: string, second: string): string | undefined {
  const season = first === 'watched' ? second : second === 'watched' ? first : undefined;
  if (season === undefined || season === 'watched') return undefined;
  return isLikeWatched(season) ? undefined : season;
}
