import type { Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import pMap from 'p-map';
import { isVideo } from '../../media/file-kinds.ts';
import { isAnyWatched, isHidden, isSystemFolder } from '../../media/folder-kinds.ts';
import { episodes, isInWatched } from '../../media/layout.ts';
import { linkAt, readFolder } from '../folders.ts';
import type { ShowFolder } from '../video-folder.ts';
import { isAmongOrBeneath, partsOf, type Walked, walk } from '../walk.ts';
import { blindSpots, type Found, nothing, ofTroubles, together } from './found.ts';
import { nestedShows } from './nested-shows.ts';
import { namedAmong, strangersIn } from './strangers.ts';
import { watchedVideos } from './watched-videos.ts';

export interface FoundShows extends Found {
  readonly shows: readonly ShowFolder[];
}

/** How many shows to read at once. Reading all at once is slower and takes more memory. */
const AT_ONCE = 4;

/** Scans the folders in `shows`. */
export async function scanShows(path: string): Promise<FoundShows> {
  const { identity, entries, troubles } = await readFolder(path);
  const scan = (entry: Dirent) => scanEntry(entry, join(path, entry.name));
  const found = await pMap(entries, scan, { concurrency: AT_ONCE });
  const own: Found = { ...nothing, folders: identity ? [identity] : [] };
  return {
    ...together([own, ofTroubles(blindSpots(path, troubles)), ...found]),
    shows: found.flatMap(({ shows }) => shows),
  };
}

async function scanEntry(entry: Dirent, path: string): Promise<FoundShows> {
  const { name } = entry;
  if (isSystemFolder(name)) return { ...nothing, shows: [] };
  if (entry.isSymbolicLink()) return { ...ofTroubles([linkAt(path)]), shows: [] };
  if (!entry.isDirectory()) return { ...nothing, shows: [] };
  const walked = await walk(path);
  const notAShow = whyNotAShow(path, walked);
  if (notAShow === undefined) return scanShow(path, walked);
  return { ...nothing, left: [{ path, reason: notAShow }], shows: [] };
}

/** Why the videos in a folder of `shows` are not recorded as episodes; undefined if they are. */
function whyNotAShow(path: string, { files }: Walked): string | undefined {
  const videos = files
    .map((file) => partsOf(path, file.path))
    .filter((parts) => isVideo(parts.at(-1) ?? ''));
  if (isHidden(basename(path))) {
    return videos.some(isInWatched) ? 'is hidden: rename it if it is a show' : undefined;
  }
  const isOwn = (parts: readonly string[]) => parts.length === 2 && parts[0] === 'watched';
  return !isAnyWatched(basename(path)) || videos.every(isOwn)
    ? undefined
    : "is not in a show's folder: move its videos to shows/<show>/watched";
}

function scanShow(path: string, walked: Walked): FoundShows {
  const nested = nestedShows(path, walked);
  const isNested = isAmongOrBeneath(nested.map((one) => one.path));
  const isOwn = (one: { readonly path: string }) => !isNested(one.path);
  const own = {
    ...walked,
    files: walked.files.filter(isOwn),
    folders: walked.folders.filter(isOwn),
  };
  const { videos, left, passedOver } = watchedVideos(path, own, episodes);
  const paths = new Set(videos.map((video) => video.path));
  const show: ShowFolder = {
    path,
    name: basename(path).normalize('NFC'),
    holds: 'episodes',
    goes: true,
    videos,
    contents: {
      files: walked.files.filter((file) => {
        return !paths.has(file.path) && (isOwn(file) || isVideo(basename(file.path)));
      }),
      folders: own.folders.map((folder) => folder.path).filter((folder) => folder !== path),
      blockers: [
        ...walked.troubles,
        ...nested.map((one) => ({ path: one.path, reason: 'is a show of its own' })),
      ],
    },
  };
  const findings = {
    folders: walked.folders,
    left: [...left, ...nested.flatMap((one) => one.left ?? [])],
    passedOver,
  };
  const isNamed = namedAmong([...left, ...passedOver]);
  const strangers = { ...nothing, passedOver: strangersIn(path, show, isNamed) };
  return {
    ...together([findings, ofTroubles(blindSpots(path, walked.troubles)), strangers]),
    shows: videos.length > 0 ? [show] : [],
  };
}
