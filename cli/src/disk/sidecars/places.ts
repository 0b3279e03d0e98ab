import { isSeasonName, isSubtitleFolder } from '../../media/folder-kinds.ts';
import type { VideoFolder } from '../video-folder.ts';
import { partsOf } from '../walk.ts';

/** The position of a file in a folder of videos. */
export interface Place {
  /** The season's folder, which may be inside a subtitle folder; '' for the show or the movie itself. */
  readonly season: string;
  /**
   * The folders between the season, or its `watched`, and the file. Empty for a file directly among the
   * videos.
   */
  readonly within: readonly string[];
}

/** Returns a function that finds the place of a file in a folder of videos. */
export function placesIn(folder: VideoFolder): (path: string) => Place {
  const seasons = seasonsOf(folder);
  return (path) => {
    const parents = partsOf(folder.path, path).slice(0, -1);
    const isInWatched = parents[0] === 'watched';
    const rest = isInWatched ? parents.slice(1) : parents;
    const [first] = rest;
    const hasSeason = first !== undefined && isSeason(first);
    const ofSeason = rest.slice(!isInWatched && rest[1] === 'watched' ? 2 : 1);
    const within = hasSeason ? ofSeason : rest;
    const [parent = '', ...more] = within;
    const inner = isSubtitleFolder(parent) ? more.findLast(isSeason) : undefined;
    return { season: inner ?? (hasSeason ? first : ''), within };
  };

  function isSeason(name: string): boolean {
    return seasons.has(name) || isSeasonName(name);
  }
}

/** The names of folders that contain watched videos or a `watched`. */
function seasonsOf({ path, videos, contents }: VideoFolder): ReadonlySet<string> {
  const ofVideos = videos.map((video) => partsOf(path, video.path).slice(0, -1));
  const ofFolders = contents.folders
    .map((folder) => partsOf(path, folder))
    .filter((parts) => parts.length === 2 && parts[1] === 'watched');
  const names = [...ofVideos, ...ofFolders].flat().filter((name) => name !== 'watched');
  return new Set(names);
}
