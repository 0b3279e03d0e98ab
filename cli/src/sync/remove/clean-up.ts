import type { Disk } from '../../disk/disk.ts';
import { realFolders } from '../../disk/real-folders.ts';
import { realFoldersOnly } from '../../disk/real-folders-only.ts';
import { deleteDrafts } from '../../disk/replace-file.ts';
import type { Media } from '../../disk/scanning/scan.ts';
import type { Video } from '../../disk/scanning/watched-videos.ts';
import type { ListLine } from '../../disk/watched-list/watched-list.ts';
import type { Screen } from '../../terminal/screen.ts';
import type { FinishedFolder } from '../journal/journal.ts';
import type { CleanUpNotes } from './clean-up-notes.ts';
import { type CleanedUp, type CleanUpSteps, cleanUpSteps } from './clean-up-steps.ts';
import { clearList } from './clear-list.ts';
import { type FolderTask, finishFolder, noteOf } from './finish-folder.ts';
import { notedFolders } from './folder-tasks.ts';
import { reasonToStay, unnamedBy } from './keepers.ts';
import { removeUnchanged } from './remove-files.ts';

/** What was recorded, and may therefore go. */
export interface Acknowledged {
  /** Videos of the scan. */
  readonly videos: readonly Video[];
  readonly lines: readonly ListLine[];
}

interface Deps {
  readonly disk: Disk;
  readonly screen: Screen;
  readonly signal: AbortSignal;
}

/**
 * Removes what was acknowledged: the videos, then their sidecar files and the folders in which nothing
 * is left to watch, then the lines of `watched.txt`. What the system does not let go is noted and left.
 * `signal` stops it between two steps.
 */
export async function cleanUp(
  { disk, screen, signal }: Deps,
  media: Media,
  { videos, lines }: Acknowledged,
  notes: CleanUpNotes,
): Promise<CleanedUp> {
  const steps = cleanUpSteps(signal);
  const going = new Set(videos);
  const before = notes.read();
  const noted = await notedFolders(media, before);
  const tasks = tasksFor(media, going, before, noted);
  const safeDisk = realFoldersOnly(disk, realFolders(media.root, media.folders));
  const note = async (tasks: readonly FolderTask[], videos: ReadonlySet<Video>) => {
    const ours = tasks.map((task) => noteOf(task, videos)).filter((one) => one !== undefined);
    // A full disk is what the clean-up is there to help: it goes on without the notes.
    await notes.write(ours).catch(() => {});
  };

  if (media.list !== undefined) await deleteDrafts(safeDisk, media.list.path);
  await note(tasks, going);
  const gone = await removeVideos(safeDisk, screen, steps, videos);
  const unfinished = await finishFolders(safeDisk, steps, media, tasks, gone);
  await removeLines(safeDisk, steps, media.list?.path, lines);
  await note(unfinished, gone);
  return steps.done;
}

/** The folders from which videos go, and those that an earlier run did not finish. */
function tasksFor(
  { shows, movies }: Media,
  going: ReadonlySet<Video>,
  before: readonly FinishedFolder[],
  noted: readonly FolderTask['folder'][],
): FolderTask[] {
  const sidecars = new Map(before.map((one) => [one.path, one.sidecars]));
  const notedOf = (path: string) => sidecars.get(path) ?? [];
  const ofScan = [...shows, ...movies]
    .filter(({ path, videos }) => sidecars.has(path) || videos.some((one) => going.has(one)))
    .map((folder) => ({ folder, noted: notedOf(folder.path), onlyNoted: false }));
  const ofNotes = noted.map((folder) => {
    return { folder, noted: notedOf(folder.path), onlyNoted: true };
  });
  return [...ofNotes, ...ofScan];
}

/** Resolves with the videos that it removed: one that was moved meanwhile may still be watched. */
async function removeVideos(
  disk: Disk,
  screen: Screen,
  { done, count, take }: CleanUpSteps,
  videos: readonly Video[],
): Promise<ReadonlySet<Video>> {
  const gone = new Set<Video>();
  const bar = screen.bar('Cleaning up', videos.length);
  try {
    for (const video of videos) {
      await take(video.path, async () => {
        const removal = await removeUnchanged(disk, video, count);
        if (removal === 'removed') gone.add(video);
        else if (removal !== 'vanished') done.left.push(removal);
      });
      bar.advance(1);
    }
  } finally {
    bar.end();
  }
  return gone;
}

/** Resolves with what is still to be done. */
async function finishFolders(
  disk: Disk,
  steps: CleanUpSteps,
  media: Media,
  tasks: readonly FolderTask[],
  gone: ReadonlySet<Video>,
): Promise<FolderTask[]> {
  const unfinished: FolderTask[] = [];
  const toExplain = unnamedBy(media);
  for (const task of tasks) {
    const { settled, keepers } = await finishFolder(disk, steps, task, gone);
    if (!settled) unfinished.push(task);
    for (const keeper of keepers.filter(toExplain)) steps.done.kept.push(reasonToStay(keeper));
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
    const reason = 'was written during the update, and could not be kept: please write it again';
    done.left.push({ path: list, reason, text: lost });
  };
  await take(list, work, 'still holds what is recorded: it could not be written');
}
