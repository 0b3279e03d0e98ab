import { appendFile, open, rename, rmdir, unlink } from 'node:fs/promises';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { lookAt } from './files.ts';

/** Everything that a sync changes on the disk. */
export interface Disk {
  /** Whether files of the person go to the system's trash. */
  readonly hasTrash: boolean;
  /** Removes one file of the person: for good, or to the system's trash. */
  removeFile(path: string): Promise<void>;
  /** Removes a folder that is empty, and fails if it is not. */
  removeEmptyFolder(path: string): Promise<void>;
  /** Writes a file that is not there yet, with these permissions; resolves once it is on the disk. */
  writeNewFile(path: string, content: Uint8Array, mode: number): Promise<void>;
  /** Deletes a file that is our own. */
  deleteOwnFile(path: string): Promise<void>;
  /** Adds to the end of a file. */
  append(path: string, content: Uint8Array): Promise<void>;
  /** Puts a file in the place of another, in one step. */
  rename(from: string, to: string): Promise<void>;
}

/** The real disk. Files are deleted. */
export const disk: Disk = {
  hasTrash: false,
  removeFile: unlink,
  deleteOwnFile: unlink,
  removeEmptyFolder: rmdir,
  append: appendFile,
  rename,
  async writeNewFile(path, content, mode) {
    const file = await open(path, 'wx', mode);
    try {
      // The process's mask took permissions away, and not every file system has any.
      await file.chmod(mode).catch(() => {});
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  },
};

/** The real disk. Files go to the system's trash. */
export const diskWithTrash: Disk = {
  ...disk,
  hasTrash: true,
  async removeFile(path) {
    // Loaded only when it is used: it takes longer to load than all the rest.
    const { default: trash } = await import('trash');
    try {
      // Names are names, also those with brackets and asterisks.
      await trash([path], { glob: false });
    } catch (error) {
      // Without a code: an ENOENT would be of the trash, not of the file.
      throw new Error(`the trash did not take it: ${systemErrorCode(error) ?? error}`);
    }
    if ((await lookAt(path)) !== undefined) throw new Error('the trash did not take it');
  },
};

export type DiskStep = Exclude<keyof Disk, 'hasTrash'>;

/** The disk, whose every step is done by `around`. The last of `paths` is that of the outcome. */
export function aroundSteps(
  disk: Disk,
  around: (step: DiskStep, paths: readonly string[], act: () => Promise<void>) => Promise<void>,
): Disk {
  return {
    hasTrash: disk.hasTrash,
    removeFile: (path) => around('removeFile', [path], () => disk.removeFile(path)),
    deleteOwnFile: (path) => around('deleteOwnFile', [path], () => disk.deleteOwnFile(path)),
    append: (path, content) => around('append', [path], () => disk.append(path, content)),
    rename: (from, to) => around('rename', [from, to], () => disk.rename(from, to)),
    removeEmptyFolder: (path) =>
      around('removeEmptyFolder', [path], () => disk.removeEmptyFolder(path)),
    writeNewFile: (path, content, mode) =>
      around('writeNewFile', [path], () => disk.writeNewFile(path, content, mode)),
  };
}
