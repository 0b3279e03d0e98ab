import { lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { aroundSteps, type Disk } from './disk.ts';
import type { FolderIdentity } from './folders.ts';

/**
 * Whether `folder`, and each folder above it up to the root, is still the folder that was scanned, and
 * not a link. Rejects if the system refuses to look.
 */
type IsStillReal = (folder: string) => Promise<boolean>;

/** `scanned` includes the root. Only the root may be a link. */
export function realFolders(root: string, scanned: readonly FolderIdentity[]): IsStillReal {
  const known = new Map(scanned.map((folder) => [folder.path, folder]));

  async function isSameFolder(path: string): Promise<boolean> {
    const then = known.get(path);
    if (then === undefined) return false;
    const now = await (path === root ? stat : lstat)(path, { bigint: true });
    return now.isDirectory() && now.dev === then.dev && now.ino === then.ino;
  }

  return async (folder) => {
    for (let path = folder; await isSameFolder(path); path = dirname(path)) {
      if (path === root) return true;
    }
    return false;
  };
}

/**
 * Limits a disk to the folders of a scan. Right before each step, it checks that every folder on the
 * way is still the one that was scanned, so a folder that was replaced by a link cannot divert a removal.
 */
export function realFoldersOnly(disk: Disk, isStillReal: IsStillReal): Disk {
  return aroundSteps(disk, async (step, paths, act) => {
    const folders = step === 'removeEmptyFolder' ? paths : paths.map((path) => dirname(path));
    for (const folder of folders) {
      if (!(await isStillReal(folder))) {
        throw new Error('its folder was moved or replaced during the sync');
      }
    }
    await act();
  });
}
