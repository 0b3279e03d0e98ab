import { errorCode } from '../error-code.ts';
import { lookBeneath } from '../media/beneath.ts';
import { isSame } from '../media/files.ts';
import type { Disk } from './disk.ts';
import type { Removed } from './remove-video.ts';
import type { FinishedShow } from './unfinished.ts';

/**
 * Removes a show's folder that holds no more videos, with the sidecar files that were there when its
 * videos were acknowledged. Anything else that has come into it keeps it, as it is. Throws where the
 * system refuses.
 */
export async function removeShow(disk: Disk, { path, sidecars }: FinishedShow): Promise<Removed> {
  const now = await lookBeneath(path, new Set());
  const added = now.sidecars.find((file) => !sidecars.some((known) => isSame(known, file)));
  const keeper =
    now.keepers[0] ?? (added && { path: added.path, reason: 'is new, or has changed' });
  if (keeper !== undefined) return { files: 0, bytes: 0, keeper };

  for (const file of now.sidecars) await disk.removeFile(file.path);
  for (const folder of [...now.folders, path]) await removeIfThere(disk, folder);
  const bytes = now.sidecars.reduce((sum, file) => sum + (file.names === 1 ? file.size : 0), 0);
  return { files: now.sidecars.length, bytes };
}

async function removeIfThere(disk: Disk, folder: string): Promise<void> {
  try {
    await disk.removeEmptyFolder(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
