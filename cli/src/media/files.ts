import { lstat } from 'node:fs/promises';
import { errorCode } from '../error-code.ts';

/** By what a file is known again. */
export interface FileIdentity {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Absent where it may differ from one run to the next, as on disks in FAT. */
  readonly ino?: number;
}

/** A regular file as it was when it was looked at. */
export interface FoundFile extends FileIdentity {
  /** Names that the file has on its disk: its space is free when the last one goes. */
  readonly names: number;
}

/** The file at `path`; undefined where there is none, or something that is no regular file. */
export async function lookAt(path: string): Promise<FoundFile | undefined> {
  try {
    const stats = await lstat(path);
    const { size, mtimeMs, ino, nlink } = stats;
    return stats.isFile() ? { path, size, mtimeMs, ino, names: nlink } : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether both are one file that did not change in between. */
export function isSame(a: FileIdentity, b: FileIdentity): boolean {
  const sameInode = a.ino === undefined || b.ino === undefined || a.ino === b.ino;
  return sameInode && a.path === b.path && a.size === b.size && a.mtimeMs === b.mtimeMs;
}

/** Whether there is a folder at `path` that is no symbolic link to one. */
export async function isRealFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}
