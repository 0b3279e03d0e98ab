import type { Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isVideo } from '../file-kinds.ts';
import { isLikeWatched, isOfSystem } from '../folder-kinds.ts';
import { readFolder } from '../folders.ts';
import type { VideoFolder } from '../video-folder.ts';
import { isBeneath, type Walked, walk } from '../walk.ts';
import { LETTER_CASE, type Video, watchedVideos } from '../watched-videos.ts';
import { type Found, nothing, ofTroubles, together } from './found.ts';
import { movies } from './layout.ts';
import { strangersIn } from './strangers.ts';

export interface FoundMovies extends Found {
  readonly movies: readonly VideoFolder[];
}

/** Looks through `movies/watched`: the movies directly in it, and those in folders of their own. */
export async function scanMovies(base: string): Promise<FoundMovies> {
  const { identity, entries, trouble } = await readFolder(base);
  const own: Found = { ...nothing, folders: identity ? [identity] : [] };
  const others = await Promise.all(entries.map((entry) => misplacedIn(base, entry)));
  const hasWatched = entries.some(({ name }) => name === 'watched');
  const watched = hasWatched ? await scanWatched(base) : { ...nothing, movies: [] };
  return {
    ...together(own, ofTroubles(trouble ? [trouble] : []), ...others, watched),
    movies: watched.movies,
  };
}

async function scanWatched(base: string): Promise<FoundMovies> {
  const path = join(base, 'watched');
  const walked = await walk(path);
  const { videos, left, passedOver } = watchedVideos(base, walked, movies);
  const byFolder = Map.groupBy(videos, (video) => dirname(video.path));
  const ownFolders = [...byFolder.keys()].filter((folder) => folder !== path);
  const folders = [path, ...ownFolders].map((folder) => {
    return folderOf(folder, byFolder.get(folder) ?? [], walked, ownFolders);
  });
  const strangers = folders.flatMap((folder) =>
    strangersIn(base, folder, [...left, ...passedOver]),
  );
  return {
    ...together({ folders: walked.folders, left, passedOver }, ofTroubles(walked.troubles), {
      ...nothing,
      passedOver: strangers,
    }),
    movies: folders.filter((folder) => folder.videos.length > 0),
  };
}

/** The part of `movies/watched` that is one folder's, and not that of a movie within it. */
function folderOf(
  path: string,
  videos: readonly Video[],
  walked: Walked,
  ownFolders: readonly string[],
): VideoFolder {
  const within = ownFolders.filter((folder) => isBeneath(folder, path));
  const isIts = (one: { readonly path: string }) =>
    isBeneath(one.path, path) &&
    !within.some((folder) => one.path === folder || isBeneath(one.path, folder));
  const paths = new Set(videos.map((video) => video.path));
  return {
    path,
    holds: 'movies',
    goes: ownFolders.includes(path),
    videos,
    beneath: {
      files: walked.files.filter((file) => isIts(file) && !paths.has(file.path)),
      folders: walked.folders.filter(isIts).map((folder) => folder.path),
      keepers: walked.troubles.filter(isIts),
    },
  };
}

/** Videos in a `watched` that is not the one of all movies. */
async function misplacedIn(base: string, entry: Dirent): Promise<Found> {
  const { name } = entry;
  if (!entry.isDirectory() || name === 'watched' || isOfSystem(name)) return nothing;
  const isLike = isLikeWatched(name);
  const path = isLike ? join(base, name) : join(base, name, 'watched');
  const { files } = await walk(path);
  if (!files.some((file) => isVideo(basename(file.path)))) return nothing;
  const reason = isLike
    ? LETTER_CASE
    : 'is not where watched movies count: move it to movies/watched';
  return { ...nothing, left: [{ path, reason }] };
}
