import { sep } from 'node:path';
import { errorCode } from '../error-code.ts';
import type { Remark } from '../media/remarks.ts';
import type { Media } from '../media/scan.ts';
import type { ListLine } from '../media/watched-list.ts';
import type { Video } from '../media/watched-videos.ts';
import type { Screen } from '../terminal/screen.ts';
import { clearList } from './clear-list.ts';
import type { Disk } from './disk.ts';
import { removeShow } from './remove-show.ts';
import { type Removed, removeVideo } from './remove-video.ts';
import { deleteDrafts } from './replace-file.ts';
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
  /** Space on the disk that is free now; in the system's trash, once that is emptied. */
  bytes: number;
  /** What should have gone and is still there. */
  readonly left: Remark[];
  /** For whose sake shows' folders stay. */
  readonly kept: Remark[];
}

/**
 * Removes what was acknowledged: the videos, then the folders of shows in which nothing is left to
 * watch, then the lines of `watched.txt`. What the system does not let go is noted and left. `signal`
 * stops it between two steps.
 */
export async function cleanUp(
  deps: { readonly disk: Disk; readonly screen: Screen; readonly signal: AbortSignal },
  media: Media,
  { videos, lines }: Acknowledged,
): Promise<CleanedUp> {
  const { disk, screen, signal } = deps;
  const done: CleanedUp = { files: 0, folders: 0, lines: 0, bytes: 0, left: [], kept: [] };
  const finished = await finishedShows(media, new Set(videos));
  await deleteDrafts(disk, media.root);
  await writeUnfinished(disk, media.root, finished);

  /** Takes one step; false where the system refuses it. */
  async function step(
    path: string,
    work: () => Promise<void>,
    failure = 'could not be removed',
  ): Promise<boolean> {
    signal.throwIfAborted();
    try {
      await work();
      return true;
    } catch (error) {
      const reason = errorCode(error) ?? (error instanceof Error ? error.message : `${error}`);
      done.left.push({ path, reason: `${failure} (${reason})` });
      return false;
    }
  }
  const count = ({ files, folders, bytes }: Removed) => {
    done.files += files;
    done.folders += folders;
    done.bytes += bytes;
  };

  const bar = screen.bar('Cleaning up', videos.length);
  try {
    for (const video of videos) {
      await step(video.path, async () => {
        const removed = await removeVideo(disk, video);
        count(removed);
        if (removed.keeper !== undefined) done.left.push(removed.keeper);
      });
      bar.advance(1);
    }
  } finally {
    bar.end();
  }

  done.kept.push(...unexpectedKeepers(media, new Set(videos)));
  const unfinished: FinishedShow[] = [];
  for (const show of finished.filter((one) => isEmptied(one, done.left))) {
    const settled = await step(show.path, async () => {
      const removed = await removeShow(disk, show);
      count(removed);
      if (removed.keeper !== undefined) done.kept.push(keepsFolder(removed.keeper));
    });
    if (!settled) unfinished.push(show);
  }

  const { list } = media;
  if (list !== undefined && lines.length > 0) {
    const bytes = lines.map((line) => line.bytes);
    const work = async () => {
      done.lines = await clearList(disk, list.path, bytes);
    };
    await step(list.path, work, 'still holds what is recorded: it could not be written');
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

/** What keeps a folder in which nothing is left to watch: the person may not know. */
function unexpectedKeepers(media: Media, going: ReadonlySet<Video>): Remark[] {
  return media.shows
    .filter(({ videos, beneath }) => !beneath.hasVideo && videos.every((one) => going.has(one)))
    .flatMap(({ beneath }) => beneath.keepers.map(keepsFolder));
}

function keepsFolder({ path, reason }: Remark): Remark {
  return { path, reason: `keeps its show's folder, since it ${reason}` };
}

function isEmptied({ path }: FinishedShow, left: readonly Remark[]): boolean {
  return !left.some((remark) => remark.path.startsWith(path + sep));
}
