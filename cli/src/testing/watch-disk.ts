import type { Disk } from '../disk/disk.ts';

type Step = Exclude<keyof Disk, 'hasTrash'>;

/** Does a step on the disk, or something in its place. `path` is that of the outcome. */
export type Around = (step: Step, path: string, act: () => Promise<void>) => Promise<void>;

/** A disk whose every step is done by way of `around`. */
export function watchDisk(disk: Disk, around: Around): Disk {
  return {
    hasTrash: disk.hasTrash,
    removeFile: (path) => around('removeFile', path, () => disk.removeFile(path)),
    deleteOwnFile: (path) => around('deleteOwnFile', path, () => disk.deleteOwnFile(path)),
    append: (path, content) => around('append', path, () => disk.append(path, content)),
    rename: (from, to) => around('rename', to, () => disk.rename(from, to)),
    removeEmptyFolder: (path) =>
      around('removeEmptyFolder', path, () => disk.removeEmptyFolder(path)),
    writeNewFile: (path, content, mode) =>
      around('writeNewFile', path, () => disk.writeNewFile(path, content, mode)),
  };
}

/** As the system says no: with a code such as ENOSPC. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: for the test`), { code });
}
