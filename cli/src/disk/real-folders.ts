import { lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { aroundSteps, type Disk } from './disk.ts';
import type { FolderIdentity } from './folders.ts';

/**
 * Whether `folder`, and each folder above it up to the root, is the very folder that was scanned,
 * and not a link to one. Rejects if one of them cannot be looked at.
 */
type IsStillReal = (folder: string) => Promise<boolean>;

/** `scanned` holds the root, too, which alone may be given as a link. */
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
 * The disk, for changes in the folders of a scan alone: right before each one, all folders on the way
 * to it have to be the ones that were scanned. So what was moved away, or replaced by a link to another
 * place, is safe.
 */
export function realFoldersOnly(disk: Disk, isStillReal: IsStillReal): Disk {
  return aroundSteps(disk, async (step, paths, act) => {
    const folders = step === 'removeEmptyFolder' ? paths : paths.map((path) => dirname(path));
    for (const folder of folders) {
      if (!(await isStillReal(folder))) {
        throw new Error('its folder is not the one that was there at the start');
      }
    }
    await act();
  });
}
