import { basename, dirname } from 'node:path';
import { isVideo } from '../../media/file-kinds.ts';
import { isBin, isLikeWatched, isOfSystem, isSidecarFolder } from '../../media/folder-kinds.ts';
import { isInWatched, type Layout } from '../../media/layout.ts';
import type { FoundFile } from '../files.ts';
import type { Finding } from '../finding.ts';
import type { Video } from '../video-folder.ts';
import { isAmongOrBeneath, partsOf, type Walked } from '../walk.ts';
import { discsIn } from './discs.ts';
import { notAWatch, unfinishedAmong } from './not-a-watch.ts';

export interface WatchedVideos {
  readonly videos: readonly Video[];
  /** Videos that look watched, but are not recorded. */
  readonly left: readonly Finding[];
  readonly passedOver: readonly Finding[];
}

/** Finds the watched videos beneath `base`, which is a show's folder or `movies`. */
export function watchedVideos(base: string, walked: Walked, layout: Layout): WatchedVideos {
  const discs = discsIn(base, walked);
  const isOfDisc = isAmongOrBeneath(discs);
  const unfinished = new Map(
    [...Map.groupBy(walked.files, ({ path }) => dirname(path))].map(([path, files]) => {
      return [path, unfinishedAmong(files.map((file) => basename(file.path)))];
    }),
  );

  const found = walked.files
    .filter(({ path }) => isVideo(basename(path)))
    .filter(({ path }) => !isOfDisc(path))
    .map((file) => judge(base, file, layout, unfinished.get(dirname(file.path))));
  return {
    videos: found.flatMap(({ video }) => video ?? []),
    left: [
      ...discs.map((path) => ({ path, reason: DISC })),
      ...distinct(found.flatMap(({ left }) => left ?? [])),
    ],
    passedOver: distinct(found.flatMap(({ passedOver }) => passedOver ?? [])),
  };
}

const DISC =
  'is a DVD or Blu-ray, which cannot be recorded: replace it with a video file, or move it elsewhere';
const BIN = 'is a system folder, so it is not read';
const EMPTY = 'is empty: delete it, or put the video in its place';
const HIDDEN = 'is in a hidden folder, so it is not recorded: move it if you have watched it';
export const LETTER_CASE =
  'is not read: rename it to watched, in lower-case letters and without spaces';

interface Judged {
  readonly video?: Video;
  readonly left?: Finding;
  readonly passedOver?: Finding;
}

function judge(
  base: string,
  file: FoundFile,
  layout: Layout,
  unfinished: ReadonlyMap<string, string> = new Map(),
): Judged {
  const { path } = file;
  const parts = partsOf(base, path);
  const parents = parts.slice(0, -1);
  const folderAt = (index: number) => parentAt(path, parts.length - 1 - index);
  if (parents.some(isSidecarFolder)) return {};
  const bin = parents.findIndex(isBin);
  if (!isInWatched(parts)) {
    const similar = bin === -1 ? parents.findIndex(isLikeWatched) : -1;
    return similar === -1 ? {} : { left: { path: folderAt(similar), reason: LETTER_CASE } };
  }
  if (bin !== -1) return { passedOver: { path: folderAt(bin), reason: BIN } };
  if (parents.some(isOfSystem)) return { left: { path, reason: HIDDEN } };
  const name = layout.nameOf(parts);
  const tooDeep = `is too many folders deep to be recorded: move it to ${layout.places}`;
  if (name === undefined) return { left: { path, reason: tooDeep } };
  const reason = file.size === 0 ? EMPTY : notAWatch(parts, unfinished, layout);
  return reason === undefined ? { video: { ...file, name } } : { left: { path, reason } };
}

function parentAt(path: string, levels: number): string {
  return levels === 0 ? path : parentAt(dirname(path), levels - 1);
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.path, finding])).values()];
}
