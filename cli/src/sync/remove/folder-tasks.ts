import { basename, join } from 'node:path';
import type { Media } from '../../disk/scanning/scan.ts';
import type { Video, VideoFolder } from '../../disk/video-folder.ts';
import { walk } from '../../disk/walk.ts';
import type { PendingRemoval } from '../journal/journal.ts';
import type { FolderTask } from './finish-folder.ts';

/** The folders whose videos are `going`, and those that an earlier run `noted` but did not finish. */
export async function folderTasks(
  media: Media,
  going: ReadonlySet<Video>,
  noted: readonly PendingRemoval[],
): Promise<FolderTask[]> {
  const sidecars = new Map(noted.map((one) => [one.path, one.sidecars]));
  const taskOf = (folder: VideoFolder, onlyNoted: boolean): FolderTask => {
    return { folder, noted: sidecars.get(folder.path) ?? [], onlyNoted };
  };
  const ofNotes = await notedFolders(media, noted);
  const ofScan = [...media.shows, ...media.movies].filter(
    ({ path, videos }) => sidecars.has(path) || videos.some((one) => going.has(one)),
  );
  return [
    ...ofNotes.map((folder) => taskOf(folder, true)),
    ...ofScan.map((folder) => taskOf(folder, false)),
  ];
}

/**
 * The noted folders in their current state, if they are still among the shows or movies, but have no
 * watched videos and thus are not part of the scan.
 */
async function notedFolders(
  { root, shows, movies }: Media,
  notes: readonly PendingRemoval[],
): Promise<VideoFolder[]> {
  const scanned = new Set([...shows, ...movies].map(({ path }) => path));
  const moviesFolder = join(root, 'movies', 'watched');
  const isOurs = (path: string) =>
    path === moviesFolder ||
    [join(root, 'shows'), moviesFolder].some((one) => isDirectlyIn(path, one));
  const paths = notes.map(({ path }) => path).filter((path) => isOurs(path) && !scanned.has(path));
  const found = await Promise.all(paths.map((path) => lookInto(path, path !== moviesFolder)));
  return found.filter((one) => one !== undefined);
}

async function lookInto(path: string, goes: boolean): Promise<VideoFolder | undefined> {
  const { files, folders, troubles } = await walk(path);
  if (!folders.some((folder) => folder.path === path)) return undefined;
  const contents = {
    files,
    folders: folders.map((folder) => folder.path).filter((folder) => folder !== path),
    blockers: troubles,
  };
  return { path, holds: 'episodes', goes, videos: [], contents };
}

/** False for paths with `.` or `..`, which we never note. */
function isDirectlyIn(path: string, folder: string): boolean {
  return join(folder, basename(path)) === path;
}
