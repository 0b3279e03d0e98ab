import { isSame, lookAt } from '../media/files.ts';
import type { Remark } from '../media/remarks.ts';
import type { Video } from '../media/watched-videos.ts';
import type { Disk } from './disk.ts';

/** What was removed. */
export interface Removed {
  readonly files: number;
  /** Space on the disk that nothing uses any more. */
  readonly bytes: number;
  /** For whose sake nothing was. */
  readonly keeper?: Remark;
}

/** Removes a video, unless it is another file by now. Throws where the system refuses. */
export async function removeVideo(disk: Disk, video: Video): Promise<Removed> {
  const now = await lookAt(video.path);
  if (now === undefined) return { files: 0, bytes: 0 };
  if (!isSame(now, video)) {
    const reason = 'has changed since it was recorded, so it stays';
    return { files: 0, bytes: 0, keeper: { path: video.path, reason } };
  }
  await disk.removeFile(video.path);
  return { files: 1, bytes: now.names === 1 ? now.size : 0 };
}
