import { lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FolderIdentity } from './folders.ts';

/** The folders of a scan, to tell whether they are still where they were. */
export interface RealFolders {
  /**
   * Whether `folder`, and each folder above it up to the root, is the very folder that was scanned,
   * and not a link to one. Rejects if one of them cannot be looked at.
   */
  isStillReal(folder: string): Promise<boolean>;
}

/** `scanned` holds the root, too, which alone may be given as a link. */
export function realFolders(root: string, scanned: readonly FolderIdentity[]): RealFolders {
  const known = new Map(scanned.map((folder) => [folder.path, folder]));

  async function isSameFolder(path: string): Promise<boolean> {
    const then = known.get(path);
    if (then === undefined) return false;
    const now = await (path === root ? stat : lstat)(path, { bigint: true });
    return now.isDirectory() && now.dev === then.dev && now.ino === then.ino;
  }

  return {
    async isStillReal(folder) {
      for (let path = folder; await isSameFolder(path); path = dirname(path)) {
        if (path === root) return true;
      }
      return false;
    },
  };
}
