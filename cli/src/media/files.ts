import { lstat } from 'node:fs/promises';
import { errorCode } from '../error-code.ts';

/** A regular file as it was when it was looked at. */
export interface FoundFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
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
export function isSame(a: Omit<FoundFile, 'names'>, b: Omit<FoundFile, 'names'>): boolean {
  return a.path === b.path && a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino;
}
