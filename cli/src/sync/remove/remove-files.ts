import type { Disk } from '../../disk/disk.ts';
import { type FoundFile, isStill, isThere, lookAt } from '../../disk/files.ts';
import type { Remark } from '../../disk/finding.ts';
import { ifThere } from '../../disk/ignore-missing.ts';
import type { CleanUpSteps, Removed } from './clean-up-steps.ts';

/** Why a file stays that is another one by now. */
export const CHANGED = 'is new, or has changed';

/** What came of removing a file. It has vanished if something else took it away: it may live on. */
type Removal = 'removed' | 'vanished' | Remark;

/** Removes a file, unless it is another one by now. Rejects if the system refuses. */
export async function removeUnchanged(
  disk: Disk,
  file: FoundFile,
  onRemoved: (removed: Removed) => void,
): Promise<Removal> {
  if (!(await isThere(file.path))) return 'vanished';
  const now = await lookAt(file.path);
  if (now === undefined || !isStill(now, file)) return { path: file.path, reason: CHANGED };
  const removed = await ifThere(() => disk.removeFile(file.path));
  if (!removed) return 'vanished';
  onRemoved({ files: 1, folders: 0, bytes: now.names === 1 ? now.size : 0 });
  return 'removed';
}

/** Removes files that have not changed. Not settled if the system refuses one of them. */
export async function removeAll(
  disk: Disk,
  { take, count }: CleanUpSteps,
  files: readonly FoundFile[],
): Promise<{ readonly settled: boolean; readonly changed: readonly Remark[] }> {
  const changed: Remark[] = [];
  let settled = true;
  for (const file of files) {
    const work = async () => {
      const removal = await removeUnchanged(disk, file, count);
      if (typeof removal === 'object') changed.push(removal);
    };
    settled = (await take(file.path, work)) && settled;
  }
  return { settled, changed };
}
