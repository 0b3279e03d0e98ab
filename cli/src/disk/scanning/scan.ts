import { type Dirent, existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { linkKinds, listed } from '@immersion-tracker/contract';
import { Failure } from '../../errors/failure.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';
import { printable } from '../../text/printable.ts';
import type { Finding } from '../finding.ts';
import type { FolderIdentity } from '../folders.ts';
import type { ShowFolder, VideoFolder } from '../video-folder.ts';
import { readWatchedList, type WatchedList } from '../watched-list/watched-list.ts';
import { together } from './found.ts';
import { misnamedAmong, misnamedIn } from './misnamed.ts';
import { scanMovies } from './scan-movies.ts';
import { scanShows } from './scan-shows.ts';

/** The contents of a media folder. */
export interface Media {
  readonly root: string;
  readonly shows: readonly ShowFolder[];
  /** `movies/watched` itself, and the folders of movies in it. */
  readonly movies: readonly VideoFolder[];
  /** Undefined without a readable `watched.txt`. */
  readonly list: WatchedList | undefined;
  /** Findings that the learner has to do something about. */
  readonly left: readonly Finding[];
  /** What a sync ignores by its rules. */
  readonly passedOver: readonly Finding[];
  /** All folders that were read, the root included. */
  readonly folders: readonly FolderIdentity[];
}

/**
 * Scans a media folder for watched videos and for the links of `watched.txt`. Changes nothing. Throws a
 * `Failure` if it is not a media folder.
 */
export async function scanMedia(folder: string): Promise<Media> {
  // A shell expands an unset variable to an empty text, which must not mean the current folder.
  if (folder === '') {
    throw new Failure('The name of the folder is empty. Give the path of your media folder.');
  }
  const root = resolve(folder);
  const [identity, entries] = await readRoot(root);
  requireMediaFolder(root, entries);
  const shows = await scanShows(join(root, 'shows'));
  const movies = await scanMovies(join(root, 'movies'));
  const { list, left } = await readWatchedList(join(root, 'watched.txt'));
  const misnamed = await misnamedIn(root, entries);
  const own = { folders: [identity], left: [...misnamed, ...left], passedOver: [] };
  return {
    root,
    shows: shows.shows,
    movies: movies.movies,
    list,
    ...together([own, shows, movies]),
  };
}

async function readRoot(root: string) {
  try {
    const { dev, ino } = await stat(root, { bigint: true });
    return [{ path: root, dev, ino }, await readdir(root, { withFileTypes: true })] as const;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      throw new Failure(`${printable(root)} cannot be read (${code}). Check its permissions.`);
    }
    throw new Failure(`${printable(root)} is not a folder. Give the path of your media folder.`);
  }
}

const LINKS = linkKinds.map(({ provider, nouns }) => `${provider.name} ${nouns.shortRecord[1]}`);

function requireMediaFolder(root: string, entries: readonly Dirent[]): void {
  if (['shows', 'movies', 'watched.txt'].some((name) => existsSync(join(root, name)))) return;
  throw new Failure(
    [
      `There is nothing to sync in ${printable(root)}. A media folder has one or more of these:`,
      '  shows/<show>/watched/   episodes that you have watched',
      '  movies/watched/         movies that you have watched',
      `  watched.txt             links to ${listed(LINKS)}, one per line`,
      ...misnamedAmong(entries).map(({ name, reason }) => `${printable(name)} ${reason}.`),
    ].join('\n'),
  );
}
