import type { Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import { isVideo } from '../file-kinds.ts';
import { isBin, isHidden, isSidecarFolder } from '../folder-kinds.ts';
import { badName, linkAt, readFolder } from '../folders.ts';
import type { ShowFolder } from '../video-folder.ts';
import { partsOf, type Walked, walk } from '../walk.ts';
import { watchedVideos } from '../watched-videos.ts';
import { type Found, nothing, ofTroubles, together } from './found.ts';
import { episodes, isInWatched } from './layout.ts';
import { strangersIn } from './strangers.ts';

export interface FoundShows extends Found {
  readonly shows: readonly ShowFolder[];
}

/** Looks through the folders in `shows`. */
export async function scanShows(path: string): Promise<FoundShows> {
  const { identity, entries, trouble } = await readFolder(path);
  const found = await Promise.all(entries.map((entry) => scanEntry(entry, join(path, entry.name))));
  const own: Found = { ...nothing, folders: identity ? [identity] : [] };
  return {
    ...together(own, ofTroubles(trouble ? [trouble] : []), ...found),
    shows: found.flatMap(({ shows }) => shows),
  };
}

async function scanEntry(entry: Dirent, path: string): Promise<FoundShows> {
  const { name } = entry;
  if (isSidecarFolder(name) || isBin(name)) return { ...nothing, shows: [] };
  if (entry.isSymbolicLink()) return { ...ofTroubles([linkAt(path)]), shows: [] };
  if (!entry.isDirectory()) return { ...nothing, shows: [] };
  if (!name.isWellFormed()) return { ...ofTroubles([badName(path)]), shows: [] };
  const walked = await walk(path);
  const notAShow = whyNotAShow(path, walked);
  if (notAShow === undefined) return scanShow(path, walked);
  return { ...nothing, left: [{ path, reason: notAShow }], shows: [] };
}

/** Why the videos in a folder of `shows` are not recorded as episodes; undefined if they are. */
function whyNotAShow(path: string, { files }: Walked): string | undefined {
  const videos = files.filter((file) => isVideo(basename(file.path)));
  const areWatched = videos.map((file) => isInWatched(partsOf(path, file.path)));
  if (isHidden(basename(path))) {
    return areWatched.includes(true) ? 'is hidden: rename it if it is a show' : undefined;
  }
  const isMisplaced = /^watched$/i.test(basename(path).trim()) && areWatched.includes(false);
  return isMisplaced
    ? 'is not in the folder of a show: move it to shows/<show>/watched'
    : undefined;
}

function scanShow(path: string, walked: Walked): FoundShows {
  const { videos, left, passedOver } = watchedVideos(path, walked, episodes);
  const paths = new Set(videos.map((video) => video.path));
  const show: ShowFolder = {
    path,
    name: basename(path).normalize('NFC'),
    holds: 'episodes',
    goes: true,
    videos,
    beneath: {
      files: walked.files.filter((file) => !paths.has(file.path)),
      folders: walked.folders.map((folder) => folder.path).filter((folder) => folder !== path),
      keepers: walked.troubles,
    },
  };
  const troubles = walked.troubles.filter((one) => {
    return one.path === path || partsOf(path, one.path).includes('watched');
  });
  const remarks = { folders: walked.folders, left, passedOver };
  const strangers = { ...nothing, passedOver: strangersIn(path, show, [...left, ...passedOver]) };
  return {
    ...together(remarks, ofTroubles(troubles), strangers),
    shows: videos.length > 0 ? [show] : [],
  };
}
