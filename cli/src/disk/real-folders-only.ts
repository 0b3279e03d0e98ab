import { dirname } from 'node:path';
import type { Disk } from './disk.ts';
import type { RealFolders } from './real-folders.ts';

/**
 * The disk, for changes in the folders of a scan alone: right before each one, all folders on the way
 * to it have to be the ones that were scanned. So what was moved away, or replaced by a link to another
 * place, is safe.
 */
export function realFoldersOnly(disk: Disk, folders: RealFolders): Disk {
  async function require(folder: string): Promise<void> {
    if (await folders.isStillReal(folder)) return;
    throw new Error('its folder is not the one that was there at the start');
  }
  const requireFor = (path: string) => require(dirname(path));

  return {
    hasTrash: disk.hasTrash,
    async removeFile(path) {
      await requireFor(path);
      await disk.removeFile(path);
    },
    async removeEmptyFolder(path) {
      await require(path);
      await disk.removeEmptyFolder(path);
    },
    async writeNewFile(path, content, mode) {
      await requireFor(path);
      await disk.writeNewFile(path, content, mode);
    },
    async deleteOwnFile(path) {
      await requireFor(path);
      await disk.deleteOwnFile(path);
    },
    async append(path, content) {
      await requireFor(path);
      await disk.append(path, content);
    },
    async rename(from, to) {
      await requireFor(from);
      await requireFor(to);
      await disk.rename(from, to);
    },
  };
}
