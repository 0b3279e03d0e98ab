import { isVideo, recordedName } from './file-kinds.ts';
import { isAnyWatched, isLikeWatched, isSystemFolder } from './folder-kinds.ts';

/**
 * Where watched videos are, and under which names they are recorded. `parts` is the path of a file from
 * its show's folder, or from `movies`.
 */
export interface Layout {
  /** The name to record; undefined if the file is too many folders deep. */
  nameOf(parts: readonly string[]): string | undefined;
  /** What a video is, with its article. */
  readonly noun: string;
  /** Where to move a video that is too many folders deep. */
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

/** Whether a file at this path is in a `watched` folder, at any depth. */
export function isInWatched(parts: readonly string[]): boolean {
  return parts.slice(0, -1).includes('watched');
}

/**
 * The path, as a list of names, of the `watched` folder that a video is in, whatever its letter case.
 * Undefined if the file is not in one, is not a video, or belongs to a system.
 */
export function watchedFolderOf(parts: readonly string[]): readonly string[] | undefined {
  const parents = parts.slice(0, -1);
  const index = parents.findIndex(isAnyWatched);
  if (index === -1 || !isVideo(parts.at(-1) ?? '')) return undefined;
  if (parents.some(isSystemFolder)) return undefined;
  return parents.slice(0, index + 1);
}

/** The season in `<season>/watched` or `watched/<season>`. */
function seasonOf(first: string, second: string): string | undefined {
  const season = first === 'watched' ? second : second === 'watched' ? first : undefined;
  if (season === undefined || season === 'watched') return undefined;
  return isLikeWatched(season) ? undefined : season;
}
