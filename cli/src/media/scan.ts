import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorCode } from '../error-code.ts';
import { Failure } from '../failure.ts';
import { printable } from '../text/printable.ts';
import { type Beneath, lookBeneath } from './beneath.ts';
import { entriesOf } from './entries.ts';
import { isSidecar } from './file-kinds.ts';
import { lookalikesAmong, misnamedIn } from './misnamed.ts';
import type { Remarks } from './remarks.ts';
import { readWatchedList, type WatchedList } from './watched-list.ts';
import { type Video, watchedVideos } from './watched-videos.ts';

/** A show's folder with videos in its `watched`. */
export interface ShowFolder {
  readonly path: string;
  /** As the tracker records it. */
  readonly name: string;
  readonly videos: readonly Video[];
  /** What is beneath it besides these videos. */
  readonly beneath: Beneath;
}

/** What was found in a media folder. */
export interface Media extends Remarks {
  readonly root: string;
  readonly shows: readonly ShowFolder[];
  readonly movies: readonly Video[];
  /** Undefined where there is no `watched.txt`. */
  readonly list: WatchedList | undefined;
}

/**
 * Looks through a media folder for `shows/<folder>/watched/<file>`, `movies/watched/<file>` and
 * the links of `watched.txt`. Changes nothing.
 */
export async function scanMedia(folder: string): Promise<Media> {
  // What a shell makes of a variable that is not set is hardly the current folder.
  if (folder === '') throw new Failure('The folder has no name. Give the folder of your media.');
  const root = resolve(folder);
  const rootEntries = requireMediaFolder(root);
  const remarks: Remarks = { ignored: [], unreadable: await misnamedIn(root, rootEntries) };
  const entries = await entriesOf(join(root, 'shows'), remarks);
  for (const entry of entries.filter((one) => one.isSymbolicLink())) {
    const reason = 'is a symbolic link, not followed';
    remarks.ignored.push({ path: join(root, 'shows', entry.name), reason });
  }
  const folders = entries.filter((entry) => entry.isDirectory());
  const shows = await Promise.all(
    folders.map(({ name }) => scanShow(join(root, 'shows', name), name, remarks)),
  );
  return {
    root,
    shows: shows.filter((show) => show !== undefined),
    movies: await watchedVideos(join(root, 'movies'), remarks),
    list: await readWatchedList(join(root, 'watched.txt'), remarks),
    ...remarks,
  };
}

async function scanShow(
  path: string,
  name: string,
  remarks: Remarks,
): Promise<ShowFolder | undefined> {
  // Node shows bytes that are not UTF-8 as U+FFFD, and then finds no folder of that name.
  if (!name.isWellFormed() || !existsSync(path)) {
    remarks.unreadable.push({ path, reason: 'its name is no valid Unicode: rename it' });
    return undefined;
  }
  const videos = await watchedVideos(path, remarks);
  if (videos.length === 0) return undefined;
  const paths = new Set(videos.map((video) => video.path));
  const names = videos.map((video) => video.name);
  const beneath = await lookBeneath(path, {
    isGoing: (entry) => paths.has(entry),
    isSidecar: (entry) => isSidecar(entry.name, names),
    otherwise: 'is neither a video nor a sidecar file',
  });
  return { path, name: name.normalize('NFC'), videos, beneath };
}

/** What is in the folder, if that is one that holds media. */
function requireMediaFolder(root: string): Dirent[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(root, { withFileTypes: true });
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      throw new Failure(`${printable(root)} cannot be read (${code}). Check who may read it.`);
    }
    throw new Failure(`${printable(root)} is no folder. Give the folder that holds your media.`);
  }
  if (['shows', 'movies', 'watched.txt'].some((name) => existsSync(join(root, name)))) {
    return entries;
  }
  const seen = lookalikesAmong(entries).map(({ name, reason }) => `${printable(name)} ${reason}.`);
  throw new Failure(
    [
      `${printable(root)} holds nothing to sync. A media folder has one or more of these:`,
      '  shows/<show>/watched/   episodes that you have watched',
      '  movies/watched/         movies that you have watched',
      '  watched.txt             links to YouTube videos and Spotify episodes, one a line',
      ...seen,
    ].join('\n'),
  );
}
