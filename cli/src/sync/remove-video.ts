import { isSame, lookAt } from '../media/files.ts';
import type { Remark } from '../media/remarks.ts';
import type { Video } from '../media/watched-videos.ts';
import type { Disk } from './disk.ts';
import { ifThere } from './if-there.ts';

/** What was removed. */
export interface Removed {
  readonly files: number;
  /** Shows' folders. */
  readonly folders: number;
  /** Space on the disk that nothing uses any more. */
  readonly bytes: number;
  /** For whose sake nothing was. */
  readonly keeper?: Remark;
}

export const NOTHING: Removed = { files: 0, folders: 0, bytes: 0 };

/** Removes a video, unless it is another file by now. Throws where the system refuses. */
export async function removeVideo(disk: Disk, video: Video): Promise<Removed> {
  const now = await lookAt(video.path);
  if (now === undefined) return NOTHING;
  if (!isSame(now, video)) {
    const reason = 'has changed since it was recorded, so it stays';
    return { ...NOTHING, keeper: { path: video.path, reason } };
  }
  const removed = await ifThere(() => disk.removeFile(video.path));
  if (!removed) return NOTHING;
  return { files: 1, folders: 0, bytes: now.names === 1 ? now.size : 0 };
}
