import { basename, dirname, join, resolve } from 'node:path';
import { isVideo } from '../../../media/file-kinds.ts';
import { episodes } from '../../../media/layout.ts';
import type { FoundFile } from '../../files.ts';
import type { Video, VideoFolder } from '../../video-folder.ts';
import { partsOf, pathWithin } from '../../walk.ts';
import { companionsOf } from '../companions.ts';

const SHOW = resolve('/media/shows/Show');

/** The path of something in the show's folder. */
export const inShow = (path: string): string => join(SHOW, path);

/** A show's folder with these files, in memory. The videos in `watched` are those to record. */
export function showWith(...paths: readonly string[]): VideoFolder {
  const files = paths.map((path, index) => fileAt(path, index));
  const videos = files.flatMap((file): Video[] => {
    const name = isVideo(basename(file.path))
      ? episodes.nameOf(partsOf(SHOW, file.path))
      : undefined;
    return name === undefined ? [] : [{ ...file, name }];
  });
  const recorded = new Set(videos.map(({ path }) => path));
  return {
    path: SHOW,
    holds: 'episodes',
    goes: true,
    videos,
    contents: {
      files: files.filter(({ path }) => !recorded.has(path)),
      folders: foldersOf(paths),
      blockers: [],
    },
  };
}

/** A movie's folder, with its videos directly in it. */
export function movieWith(...paths: readonly string[]): VideoFolder {
  const folder = showWith(...paths);
  const files = folder.contents.files.filter(({ path }) => !isVideo(basename(path)));
  const videos = folder.contents.files
    .filter(({ path }) => isVideo(basename(path)))
    .map((file) => ({ ...file, name: basename(file.path) }));
  return { ...folder, holds: 'movies', videos, contents: { ...folder.contents, files } };
}

/** What is removed with the videos, except those `staying`. All paths are in the show's folder. */
export function companions(
  folder: VideoFolder,
  { staying = [], noted = [] }: { staying?: readonly string[]; noted?: readonly FoundFile[] } = {},
) {
  const stays = new Set(staying.map(inShow));
  const going = new Set(folder.videos.filter(({ path }) => !stays.has(path)));
  const { withVideos, blockers, whole } = companionsOf(folder, going, noted);
  return {
    withVideos: pathsOf(withVideos),
    blockers: pathsOf(blockers),
    whole: whole && pathsOf(whole.sidecars),
  };
}

const pathsOf = (list: readonly { readonly path: string }[]) =>
  list.map(({ path }) => pathWithin(SHOW, path));

export function fileAt(path: string, ino: number): FoundFile {
  return { path: inShow(path), size: 1, mtimeMs: 2, ctimeMs: 3, ino, names: 1 };
}

function foldersOf(paths: readonly string[]): string[] {
  const all = new Set(paths.flatMap((path) => above(dirname(path))));
  return [...all].sort((a, b) => b.length - a.length).map(inShow);
}

function above(path: string): string[] {
  return path === '.' ? [] : [path, ...above(dirname(path))];
}
