import type { Finding } from '../../disk/finding.ts';
import { realFolders, realFoldersOnly } from '../../disk/real-folders.ts';
import { deleteDrafts } from '../../disk/replace-file.ts';
import type { Media } from '../../disk/scanning/scan.ts';
import type { Video } from '../../disk/video-folder.ts';
import { isAmongOrBeneath } from '../../disk/walk.ts';
import { type ListLine, lineFinding } from '../../disk/watched-list/watched-list.ts';
import type { Screen } from '../../terminal/screen.ts';
import type { Claim } from '../claims/claims.ts';
import type { Journal } from '../journal/journal.ts';
import { clearList } from './clear-list.ts';
import { type FolderTask, finishFolder, noteOf } from './finish-folder.ts';
import { folderTasks } from './folder-tasks.ts';
import {
  attempt,
  type RemovalContext,
  type RemovedFiles,
  removeFiles,
  TAKEN_BACK,
} from './remove-files.ts';
import type { FolderCleanUp } from './remove-folder.ts';

/** The result of a clean-up. */
export interface CleanedUp {
  readonly removed: {
    /** Including sidecar files. */
    readonly files: number;
    /** Folders of shows and movies. */
    readonly folders: number;
    /** Lines of `watched.txt`. */
    readonly lines: number;
    /** The space that is free now, or once the system's trash is emptied. */
    readonly bytes: number;
  };
  /** What should have been removed, but was not. */
  readonly left: readonly Finding[];
  /** What keeps folders that could otherwise be removed. */
  readonly blockers: readonly Finding[];
}

interface CleanUpContext extends RemovalContext {
  readonly screen: Screen;
  /**
   * Notes what the clean-up is about to do, so that a later run can finish it. Only such a note
   * distinguishes a folder that we emptied from one that the learner prepared for a future show.
   */
  readonly journal: Pick<Journal, 'content' | 'update'>;
  /** Whether an undo of this sync has begun. Then its videos and lines are no longer recorded. */
  readonly isTakenBack: () => Promise<boolean>;
}

/**
 * Removes what was `acknowledged`: the videos, then their sidecar files and the folders without further
 * videos, then the lines of `watched.txt`. Whatever the system refuses to remove is noted and left. If
 * an undo begins meanwhile, the rest of the videos and the lines are left too.
 */
export async function cleanUp(
  { disk, screen, signal, journal, isTakenBack }: CleanUpContext,
  media: Media,
  acknowledged: readonly Claim[],
): Promise<CleanedUp> {
  const videos = acknowledged.flatMap((claim) => ('video' in claim ? claim.video : []));
  const lines = acknowledged.flatMap((claim) => ('line' in claim ? claim.line : []));
  const going = new Set(videos);
  const tasks = await folderTasks(media, going, journal.content.finished);
  const context = { disk: realFoldersOnly(disk, realFolders(media.root, media.folders)), signal };
  const note = async (pending: readonly FolderTask[], gone: ReadonlySet<Video>) => {
    const finished = pending.flatMap((task) => noteOf(task, gone) ?? []);
    // Continue without notes if the disk is full, since the clean-up frees space.
    await journal.update({ finished }).catch(() => {});
  };

  if (media.list !== undefined) await deleteDrafts(context.disk, media.list.path);
  await note(tasks, going);
  const ofVideos = await removeVideos(context, screen, videos, isTakenBack);
  const gone = new Set(ofVideos.removed);
  const ofFolders: (FolderCleanUp & { readonly task: FolderTask })[] = [];
  for (const task of tasks) {
    ofFolders.push({ task, ...(await finishFolder(context, task, gone)) });
  }
  const ofList = await removeLines(context, media.list?.path, lines, isTakenBack);
  const unfinished = ofFolders.filter(({ refused }) => refused.length > 0);
  await note(
    unfinished.map(({ task }) => task),
    gone,
  );

  const isNamed = isAmongOrBeneath([...media.left, ...media.passedOver].map(({ path }) => path));
  return {
    removed: {
      files: ofVideos.removed.length + sum(ofFolders.map(({ files }) => files)),
      folders: ofFolders.filter(({ isGone }) => isGone).length,
      lines: ofList.count,
      bytes: ofVideos.bytes + sum(ofFolders.map(({ bytes }) => bytes)),
    },
    left: [
      ...ofVideos.refused,
      ...ofVideos.kept,
      ...ofFolders.flatMap(({ refused }) => refused),
      ...ofList.left,
    ],
    blockers: ofFolders
      .flatMap(({ blockers }) => blockers)
      .filter(({ path }) => !isNamed(path))
      .map(({ path, reason }) => ({ path, reason: `keeps its folder, since it ${reason}` })),
  };
}

/** Removes videos, and shows a bar. */
async function removeVideos(
  context: RemovalContext,
  screen: Screen,
  videos: readonly Video[],
  isTakenBack: () => Promise<boolean>,
): Promise<RemovedFiles<Video>> {
  const bar = screen.bar('Cleaning up', videos.length);
  try {
    return await removeFiles(context, videos, { bar, isTakenBack });
  } finally {
    bar.end();
  }
}

/** Removes lines from the list. Resolves with how many, and with findings about what went wrong. */
async function removeLines(
  { disk, signal }: RemovalContext,
  list: string | undefined,
  lines: readonly ListLine[],
  isTakenBack: () => Promise<boolean>,
): Promise<{ readonly count: number; readonly left: readonly Finding[] }> {
  if (list === undefined || lines.length === 0) return { count: 0, left: [] };
  const bytes = lines.map((line) => line.bytes);
  const failure = 'may still contain recorded links: it could not be written';
  const clear = () => clearList(disk, list, bytes, isTakenBack);
  const cleared = await attempt(signal, list, clear, failure);
  if ('refused' in cleared) return { count: 0, left: [cleared.refused] };
  if (cleared.isStopped === true) {
    return { count: 0, left: lines.map((line) => lineFinding(line, TAKEN_BACK)) };
  }
  const { count, lost } = cleared;
  if (lost === undefined) return { count, left: [] };
  const reason = 'was added during the sync, but could not be kept: please add it again';
  return { count, left: [{ path: list, reason, text: lost }] };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
