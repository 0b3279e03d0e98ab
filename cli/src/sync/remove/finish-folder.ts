import { type FileIdentity, isAmong } from '../../disk/files.ts';
import { type Companions, companionsOf } from '../../disk/sidecars/companions.ts';
import type { Video, VideoFolder } from '../../disk/video-folder.ts';
import type { PendingRemoval } from '../journal/journal.ts';
import { type RemovalContext, removeFiles } from './remove-files.ts';
import { type FolderCleanUp, removeFolder } from './remove-folder.ts';

/** A folder to clean up, with what an earlier run noted about it. */
export interface FolderTask {
  readonly folder: VideoFolder;
  readonly noted: readonly FileIdentity[];
  /** Whether only noted files may be removed, since this run recorded nothing from the folder. */
  readonly onlyNoted: boolean;
}

/** What to note before removing the videos of a task; undefined if nothing else will be removed. */
export function noteOf(task: FolderTask, going: ReadonlySet<Video>): PendingRemoval | undefined {
  const { withVideos, whole } = companionsFor(task, going);
  if (withVideos.length === 0 && whole === undefined) return undefined;
  return { path: task.folder.path, sidecars: [...withVideos, ...(whole?.sidecars ?? [])] };
}

/** Removes the sidecar files of the `gone` videos, and the folder if nothing keeps it. */
export async function finishFolder(
  context: RemovalContext,
  task: FolderTask,
  gone: ReadonlySet<Video>,
): Promise<FolderCleanUp> {
  const { withVideos, blockers, whole } = companionsFor(task, gone);
  const { removed, bytes, kept, refused } = await removeFiles(context, withVideos);
  const files = removed.length;
  if (whole === undefined || refused.length > 0) {
    return { files, bytes, isGone: false, blockers: [...kept, ...blockers], refused };
  }
  const rest = await removeFolder(context, {
    path: task.folder.path,
    ...whole,
    sidecars: [...withVideos, ...whole.sidecars],
  });
  return { ...rest, files: files + rest.files, bytes: bytes + rest.bytes };
}

function companionsFor(
  { folder, noted, onlyNoted }: FolderTask,
  videos: ReadonlySet<Video>,
): Companions {
  const companions = companionsOf(folder, videos, noted);
  if (!onlyNoted) return companions;
  // The folder has no more videos, so `withVideos` contains only noted files.
  const { whole } = companions;
  if (whole === undefined) return companions;
  return { ...companions, whole: { ...whole, sidecars: whole.sidecars.filter(isAmong(noted)) } };
}
