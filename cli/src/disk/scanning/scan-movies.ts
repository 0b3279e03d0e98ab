import { dirname, join } from 'node:path';
import { movies } from '../../media/layout.ts';
import { readFolder } from '../folders.ts';
import type { Video, VideoFolder } from '../video-folder.ts';
import { partsOf, type Walked, walk } from '../walk.ts';
import { blindSpots, type Found, nothing, ofTroubles, together } from './found.ts';
import { misplacedIn } from './misplaced.ts';
import { namedAmong, strangersIn } from './strangers.ts';
import { watchedVideos } from './watched-videos.ts';

export interface FoundMovies extends Found {
  readonly movies: readonly VideoFolder[];
}

/** Scans `movies/watched` for movies, directly in it or in folders of their own. */
export async function scanMovies(base: string): Promise<FoundMovies> {
  const { identity, entries, troubles } = await readFolder(base);
  const own: Found = { ...nothing, folders: identity ? [identity] : [] };
  const others = await Promise.all(entries.map((entry) => misplacedIn(base, entry)));
  const hasWatched = entries.some(({ name }) => name === 'watched');
  const watched = hasWatched ? await scanWatched(base) : { ...nothing, movies: [] };
  return {
    ...together([own, ofTroubles(blindSpots(base, troubles)), ...others, watched]),
    movies: watched.movies,
  };
}

async function scanWatched(base: string): Promise<FoundMovies> {
  const path = join(base, 'watched');
  const walked = await walk(path);
  const { videos, left, passedOver } = watchedVideos(base, walked, movies);
  const folders = foldersOf(path, videos, walked);
  const isNamed = namedAmong([...left, ...passedOver]);
  const strangers = folders.flatMap((folder) => strangersIn(base, folder, isNamed));
  return {
    ...together([
      { folders: walked.folders, left, passedOver },
      ofTroubles(walked.troubles),
      { ...nothing, passedOver: strangers },
    ]),
    movies: folders.filter((folder) => folder.videos.length > 0),
  };
}

/** Splits the files between `movies/watched` itself and the folders of movies in it. */
function foldersOf(path: string, videos: readonly Video[], walked: Walked): VideoFolder[] {
  const recorded = new Set(videos.map((video) => video.path));
  const byFolder = Map.groupBy(videos, (video) => dirname(video.path));
  const places = new Set([path, ...byFolder.keys()]);
  const folderOf = (one: { readonly path: string }) => {
    const first = join(path, partsOf(path, one.path)[0] ?? '');
    return places.has(first) ? first : path;
  };
  const files = Map.groupBy(
    walked.files.filter((file) => !recorded.has(file.path)),
    folderOf,
  );
  const folders = Map.groupBy(
    walked.folders.filter((folder) => !places.has(folder.path)),
    folderOf,
  );
  const blockers = Map.groupBy(walked.troubles, folderOf);
  return [...places].map((place) => ({
    path: place,
    holds: 'movies',
    goes: place !== path,
    videos: byFolder.get(place) ?? [],
    contents: {
      files: files.get(place) ?? [],
      folders: (folders.get(place) ?? []).map((folder) => folder.path),
      blockers: blockers.get(place) ?? [],
    },
  }));
}
