import type { Disk } from '../../disk/disk.ts';
import { ifThere } from '../../disk/if-there.ts';
import { type FileIdentity, isSame, isThere, lookAt } from '../../media/files.ts';
import type { Remark } from '../../media/remarks.ts';
import type { Removed } from './clean-up-steps.ts';

/** Why a file stays that is another one by now. */
export const CHANGED = 'is new, or has changed';

/**
 * Removes a file, unless it is another one by now; resolves with that. It is fine if the file is gone
 * already. Rejects if the system refuses.
 */
export async function removeUnchanged(
  disk: Disk,
  file: FileIdentity,
  onRemoved: (removed: Removed) => void,
): Promise<Remark | undefined> {
  if (!(await isThere(file.path))) return undefined;
  const now = await lookAt(file.path);
  if (now === undefined || !isSame(now, file)) return { path: file.path, reason: CHANGED };
  const removed = await ifThere(() => disk.removeFile(file.path));
  if (removed) onRemoved({ files: 1, folders: 0, bytes: now.names === 1 ? now.size : 0 });
  return undefined;
}
