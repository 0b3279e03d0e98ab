import type { Disk } from '../../disk/disk.ts';
import { type FileIdentity, isAmong } from '../../disk/files.ts';
import type { Video } from '../../disk/scanning/watched-videos.ts';
import { type Companions, companionsOf } from '../../disk/sidecars/companions.ts';
import type { VideoFolder } from '../../disk/video-folder.ts';
import type { FinishedFolder } from '../journal/journal.ts';
import type { CleanUpSteps } from './clean-up-steps.ts';
import { removeAll } from './remove-files.ts';
import { type Outcome, removeFolder } from './remove-folder.ts';

/** A folder to clean up, with what an earlier run has noted of it. */
export interface FolderTask {
  readonly folder: VideoFolder;
  readonly noted: readonly FileIdentity[];
  /** Whether only noted files may go, since this run has not recorded anything of the folder. */
  readonly onlyNoted: boolean;
}

/** What is to be noted before the videos of a task go; undefined if they are all that goes. */
export function noteOf(task: FolderTask, going: ReadonlySet<Video>): FinishedFolder | undefined {
  const { withVideos, whole } = companionsFor(task, going);
  if (withVideos.length === 0 && whole === undefined) return undefined;
  return { path: task.folder.path, sidecars: [...withVideos, ...(whole?.sidecars ?? [])] };
}

/** Removes the sidecar files of the videos that are `gone`, and the folder if nothing keeps it. */
export async function finishFolder(
  disk: Disk,
  steps: CleanUpSteps,
  task: FolderTask,
  gone: ReadonlySet<Video>,
): Promise<Outcome> {
  const { withVideos, keepers, whole } = companionsFor(task, gone);
  const { settled, changed } = await removeAll(disk, steps, withVideos);
  if (whole === undefined || !settled) return { settled, keepers: [...changed, ...keepers] };
  const { path } = task.folder;
  return removeFolder(disk, steps, {
    path,
    ...whole,
    sidecars: [...withVideos, ...whole.sidecars],
  });
}

function companionsFor(
  { folder, noted, onlyNoted }: FolderTask,
  videos: ReadonlySet<Video>,
): Companions {
  const companions = companionsOf(folder, videos, noted);
  if (!onlyNoted) return companions;
  // Its videos are gone, so that the sidecars of videos are noted ones.
  const { whole } = companions;
  if (whole === undefined) return companions;
  return { ...companions, whole: { ...whole, sidecars: whole.sidecars.filter(isAmong(noted)) } };
}
