import { appendFile, link, open, rename, rmdir, unlink } from 'node:fs/promises';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { lookAt } from './files.ts';

/** Every way in which the client changes the disk. */
export interface Disk {
  /** Whether `removeFile` moves files to the system's trash instead of deleting them. */
  readonly hasTrash: boolean;
  /** Deletes a file that the learner owns, or moves it to the trash. */
  removeFile(path: string): Promise<void>;
  /** Rejects if the folder is not empty. */
  removeEmptyFolder(path: string): Promise<void>;
  /** Rejects if the file exists. Resolves once the content is synced to the disk. */
  writeNewFile(path: string, content: Uint8Array, mode: number): Promise<void>;
  /** Like `writeNewFile`, piece by piece. */
  streamNewFile(path: string, pieces: AsyncIterable<string>, mode: number): Promise<void>;
  /** Deletes a file that the client made. */
  deleteOwnFile(path: string): Promise<void>;
  append(path: string, content: Uint8Array): Promise<void>;
  /** Replaces `to` atomically. */
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name. Rejects if that exists. */
  link(from: string, to: string): Promise<void>;
}

/** The real disk. Deletes files for good. */
export const disk: Disk = {
  hasTrash: false,
  removeFile: unlink,
  deleteOwnFile: unlink,
  removeEmptyFolder: rmdir,
  append: appendFile,
  rename,
  link,
  writeNewFile,
  streamNewFile: writeNewFile,
};

async function writeNewFile(
  path: string,
  content: Uint8Array | AsyncIterable<string>,
  mode: number,
): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    // `open` applied the umask to the mode. File systems without permissions reject this.
    await file.chmod(mode).catch(() => {});
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The real disk. Moves files to the system's trash. */
export const diskWithTrash: Disk = {
  ...disk,
  hasTrash: true,
  async removeFile(path) {
    // Loaded only when used: it takes longer to load than the rest of the client.
    const { default: trash } = await import('trash');
    try {
      // Brackets and asterisks in names are not patterns.
      await trash([path], { glob: false });
    } catch (error) {
      // Drop the code: its ENOENT concerns the trash, but callers would read it as "the file is gone".
      throw new Error(`the trash refused it: ${systemErrorCode(error) ?? error}`);
    }
    if ((await lookAt(path)) !== undefined) throw new Error('the trash refused it');
  },
};

export type DiskStep = Exclude<keyof Disk, 'hasTrash'>;

/** Wraps every step of a disk in `around`. The last of `paths` is the one that the step changes. */
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
    link: (from, to) => around('link', [from, to], () => disk.link(from, to)),
    removeEmptyFolder: (path) =>
      around('removeEmptyFolder', [path], () => disk.removeEmptyFolder(path)),
    writeNewFile: (path, content, mode) =>
      around('writeNewFile', [path], () => disk.writeNewFile(path, content, mode)),
    streamNewFile: (path, pieces, mode) =>
      around('streamNewFile', [path], () => disk.streamNewFile(path, pieces, mode)),
  };
}
