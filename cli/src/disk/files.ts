import { lstat } from 'node:fs/promises';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { ignoreMissing } from './ignore-missing.ts';

/** By what a file is known again. */
export interface FileIdentity {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Unlike the time of modification, nobody can set it back. */
  readonly ctimeMs: number;
  readonly ino: number;
}

/** A regular file as it was when it was looked at. */
export interface FoundFile extends FileIdentity {
  /** Names that the file has on its disk: its space is free when the last one goes. */
  readonly names: number;
}

/** The file at `path`; undefined if there is none, or something that is not a regular file. */
export async function lookAt(path: string): Promise<FoundFile | undefined> {
  try {
    const stats = await lstat(path);
    const { size, mtimeMs, ctimeMs, ino, nlink } = stats;
    return stats.isFile() ? { path, size, mtimeMs, ctimeMs, ino, names: nlink } : undefined;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether both are one file that did not change in between. */
export function isSame(a: FileIdentity, b: FileIdentity): boolean {
  return (
    a.path === b.path &&
    a.size === b.size &&
    a.mtimeMs === b.mtimeMs &&
    a.ctimeMs === b.ctimeMs &&
    a.ino === b.ino
  );
}

/** Returns a check: is a file among these, and unchanged? */
export function isAmong(files: readonly FileIdentity[]): (file: FileIdentity) => boolean {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return (file) => {
    const before = byPath.get(file.path);
    return before !== undefined && isSame(before, file);
  };
}

/**
 * Whether `now` is still the file of `before`. Its time of change also moves when another of its names
 * is removed.
 */
export function isStill(now: FoundFile, before: FoundFile): boolean {
  const { ctimeMs } = now.names < before.names ? now : before;
  return isSame(now, { ...before, ctimeMs });
}

/** Whether there is anything at `path`. */
export function isThere(path: string): Promise<boolean> {
  return ignoreMissing(() => lstat(path));
}
