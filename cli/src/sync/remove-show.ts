import type { Disk } from '../disk/disk.ts';
import { ifThere } from '../disk/if-there.ts';
import { lookBeneath } from '../media/beneath.ts';
import { isSame } from '../media/files.ts';
import type { Remark } from '../media/remarks.ts';
import { CHANGED, removeUnchanged } from './remove-unchanged.ts';
import type { Removed } from './removed.ts';
import type { FinishedShow } from './unfinished.ts';

/**
 * Removes a show's folder that holds no more videos, with the sidecar files that were there when its
 * videos were acknowledged, and tells `onRemoved` of each. Anything else that has come into it keeps
 * it; resolves with that. Throws where the system refuses.
 */
export async function removeShow(
  disk: Disk,
  { path, sidecars }: FinishedShow,
  onRemoved: (removed: Removed) => void,
): Promise<Remark | undefined> {
  const known = new Map(sidecars.map((file) => [file.path, file]));
  const now = await lookBeneath(path, {
    isGoing: () => false,
    isSidecar: (entry) => known.has(entry.path),
    otherwise: 'is no sidecar file, or is new',
  });
  const another = now.sidecars.find((file) => !isSame(file, known.get(file.path) ?? file));
  const keeper = now.keepers[0] ?? (another && { path: another.path, reason: CHANGED });
  if (keeper !== undefined) return keeper;

  // Of what was found, not of what a note says, which may have been written by anybody.
  for (const file of now.sidecars) {
    const changed = await removeUnchanged(disk, file, onRemoved);
    if (changed !== undefined) return changed;
  }
  for (const folder of now.folders) await ifThere(() => disk.removeEmptyFolder(folder));
  const went = await ifThere(() => disk.removeEmptyFolder(path));
  if (went) onRemoved({ files: 0, folders: 1, bytes: 0 });
  return undefined;
}
