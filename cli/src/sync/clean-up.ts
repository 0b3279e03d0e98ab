import { sep } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { deleteDrafts } from '../disk/replace-file.ts';
import type { Remark } from '../media/remarks.ts';
import type { Media } from '../media/scan.ts';
import type { ListLine } from '../media/watched-list.ts';
import type { Video } from '../media/watched-videos.ts';
import type { Screen } from '../terminal/screen.ts';
import { type CleanedUp, type CleanUpSteps, cleanUpSteps } from './clean-up-steps.ts';
import { clearList } from './clear-list.ts';
import { removeShow } from './remove-show.ts';
import { removeUnchanged } from './remove-unchanged.ts';
import { type FinishedShow, readUnfinished, writeUnfinished } from './unfinished.ts';

/** What the tracker has acknowledged in this run, and may therefore go. */
export interface Acknowledged {
  readonly videos: readonly Video[];
  readonly lines: readonly ListLine[];
}

interface Deps {
  readonly disk: Disk;
  readonly screen: Screen;
  readonly signal: AbortSignal;
}

/**
 * Removes what was acknowledged: the videos, then the folders of shows in which nothing is left to
 * watch, then the lines of `watched.txt`. What the system does not let go is noted and left. `signal`
 * stops it between two steps.
 */
export async function cleanUp(
  { disk, screen, signal }: Deps,
  media: Media,
  { videos, lines }: Acknowledged,
): Promise<CleanedUp> {
  const steps = cleanUpSteps(signal);
  const going = new Set(videos);
  const finished = await finishedShows(media, going);
  await deleteDrafts(disk, media.root);
  await writeUnfinished(disk, media.root, finished);

  await removeVideos(disk, screen, steps, videos);
  const unfinished = await removeShows(disk, steps, finished);
  await removeLines(disk, steps, media.list?.path, lines);

  await writeUnfinished(disk, media.root, unfinished);
  return steps.done;
}

async function removeVideos(
  disk: Disk,
  screen: Screen,
  { done, count, take }: CleanUpSteps,
  videos: readonly Video[],
): Promise<void> {
  const bar = screen.bar('Cleaning up', videos.length);
  try {
    for (const video of videos) {
      await take(video.path, async () => {
        const changed = await removeUnchanged(disk, video, count);
        if (changed !== undefined) done.left.push(changed);
      });
      bar.advance(1);
    }
  } finally {
    bar.end();
  }
}

/** Resolves with the shows whose folders are still to go. */
async function removeShows(
  disk: Disk,
  { done, count, take }: CleanUpSteps,
  finished: readonly FinishedShow[],
): Promise<FinishedShow[]> {
  const unfinished: FinishedShow[] = [];
  for (const show of finished.filter((one) => isEmptied(one, done.left))) {
    const settled = await take(show.path, async () => {
      const keeper = await removeShow(disk, show, count);
      if (keeper === undefined) return;
      const reason = `keeps its show's folder, since it ${keeper.reason}`;
      done.kept.push({ path: keeper.path, reason });
    });
    if (!settled) unfinished.push(show);
  }
  return unfinished;
}

async function removeLines(
  disk: Disk,
  { done, take }: CleanUpSteps,
  list: string | undefined,
  lines: readonly ListLine[],
): Promise<void> {
  if (list === undefined || lines.length === 0) return;
  const bytes = lines.map((line) => line.bytes);
  const work = async () => {
    const { count, lost } = await clearList(disk, list, bytes);
    done.lines = count;
    if (lost === undefined) return;
    const reason = 'came as the list was written, and could not be added: add it again';
    done.left.push({ path: list, reason, text: lost });
  };
  await take(list, work, 'still holds what is recorded: it could not be written');
}

/** Shows in which nothing is left to watch: those of this run, and those left from before. */
async function finishedShows(media: Media, going: ReadonlySet<Video>): Promise<FinishedShow[]> {
  const before = new Map((await readUnfinished(media.root)).map((show) => [show.path, show]));
  const now = media.shows
    .filter(({ videos, beneath }) => !beneath.hasVideo && videos.every((one) => going.has(one)))
    .map(({ path, beneath }) => {
      const noted = before.get(path)?.sidecars ?? [];
      return { path, sidecars: [...noted, ...beneath.sidecars] };
    });
  const scanned = new Set(media.shows.map(({ path }) => path));
  return [...[...before.values()].filter(({ path }) => !scanned.has(path)), ...now];
}

function isEmptied({ path }: FinishedShow, left: readonly Remark[]): boolean {
  return !left.some((remark) => remark.path.startsWith(path + sep));
}
