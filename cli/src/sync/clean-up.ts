import { sep } from 'node:path';
import { errorCode } from '../error-code.ts';
import { isSame, lookAt } from '../media/files.ts';
import type { Remark } from '../media/remarks.ts';
import type { Media } from '../media/scan.ts';
import type { ListLine } from '../media/watched-list.ts';
import type { Video } from '../media/watched-videos.ts';
import type { Screen } from '../terminal/screen.ts';
import { clearList } from './clear-list.ts';
import type { Disk } from './disk.ts';
import { removeShow } from './remove-show.ts';
import { type FinishedShow, readUnfinished, writeUnfinished } from './unfinished.ts';

/** What the tracker has acknowledged in this run, and may therefore go. */
export interface Acknowledged {
  readonly videos: readonly Video[];
  readonly lines: readonly ListLine[];
}

export interface CleanedUp {
  /** Removed files, sidecars included. */
  files: number;
  /** Removed shows' folders. */
  folders: number;
  /** Lines that `watched.txt` lost. */
  lines: number;
  /** Bytes on disk that are free now; in the system's trash, once it is emptied. */
  bytes: number;
  /** What should have gone and is still there. */
  readonly left: Remark[];
  /** For whose sake shows' folders stay. */
  readonly kept: Remark[];
}

/**
 * Removes what was acknowledged: the video files; then each show's folder in which no video is left;
 * the lines of `watched.txt`. A file that changed since the scan stays. `signal` stops it between
 * two steps.
 */
export async function cleanUp(
  deps: { readonly disk: Disk; readonly screen: Screen; readonly signal: AbortSignal },
  media: Media,
  { videos, lines }: Acknowledged,
): Promise<CleanedUp> {
  const { disk, screen, signal } = deps;
  const done: CleanedUp = { files: 0, folders: 0, lines: 0, bytes: 0, left: [], kept: [] };
  const finished = await finishedShows(media, new Set(videos));
  await writeUnfinished(disk, media.root, finished);

  const bar = screen.bar('Cleaning up', videos.length);
  try {
    for (const video of videos) {
      signal.throwIfAborted();
      await orLeft(done, video.path, () => removeVideo(disk, video, done));
      bar.advance(1);
    }
  } finally {
    bar.end();
  }
  const unfinished: FinishedShow[] = [];
  const isEmptied = ({ path }: FinishedShow) =>
    !done.left.some((left) => left.path.startsWith(path + sep));
  for (const show of finished.filter(isEmptied)) {
    signal.throwIfAborted();
    const went = await orLeft(done, show.path, async () => {
      const { files, bytes, keeper } = await removeShow(disk, show);
      done.files += files;
      done.bytes += bytes;
      if (keeper === undefined) done.folders += 1;
      else done.kept.push(keeper);
    });
    if (!went) unfinished.push(show);
  }
  signal.throwIfAborted();
  const { list } = media;
  if (list !== undefined && lines.length > 0) {
    await orLeft(done, list.path, async () => {
      await clearList(
        disk,
        list.path,
        lines.map(({ bytes }) => bytes),
      );
      done.lines = lines.length;
    });
  }
  await writeUnfinished(disk, media.root, unfinished);
  return done;
}

/** Shows whose folders may go: those that are watched to the end, and those left from before. */
async function finishedShows(media: Media, going: ReadonlySet<Video>): Promise<FinishedShow[]> {
  const now = media.shows
    .filter(({ videos, beneath }) => {
      return beneath.keepers.length === 0 && videos.every((video) => going.has(video));
    })
    .map(({ path, beneath }) => ({ path, sidecars: beneath.sidecars }));
  const scanned = new Set(media.shows.map(({ path }) => path));
  const before = await readUnfinished(media.root);
  return [...before.filter(({ path }) => !scanned.has(path)), ...now];
}

async function removeVideo(disk: Disk, video: Video, done: CleanedUp): Promise<void> {
  const now = await lookAt(video.path);
  if (now === undefined) return;
  if (!isSame(now, video)) {
    done.left.push({ path: video.path, reason: 'has changed since it was synced, so it stays' });
    return;
  }
  await disk.removeFile(video.path);
  done.files += 1;
  done.bytes += now.names === 1 ? now.size : 0;
}

/** Runs one step; where the system refuses it, notes that and goes on. */
async function orLeft(
  { left }: CleanedUp,
  path: string,
  step: () => Promise<void>,
): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    const reason = errorCode(error) ?? (error instanceof Error ? error.message : 'unknown reason');
    left.push({ path, reason: `cannot be removed (${reason})` });
    return false;
  }
}
