import { lstatSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { ignoreMissing } from './ignore-missing.ts';

/** What identifies a file in a later run. */
export interface FileIdentity {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Programs cannot set this, as they can `mtimeMs`. */
  readonly ctimeMs: number;
  readonly ino: number;
}

/** A regular file, as it was when it was found. */
export interface FoundFile extends FileIdentity {
  /** The number of hard links. The space becomes free when the last one is removed. */
  readonly names: number;
}

/** The regular file at `path`; undefined if nothing or something else is there. */
export async function lookAt(path: string): Promise<FoundFile | undefined> {
  try {
    // The system answers at once about a folder that it has just read. A thread for each file takes far
    // longer.
    const stats = lstatSync(path);
    const { size, mtimeMs, ctimeMs, ino, nlink } = stats;
    return stats.isFile() ? { path, size, mtimeMs, ctimeMs, ino, names: nlink } : undefined;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether both describe the same file, unchanged. */
export function isSame(a: FileIdentity, b: FileIdentity): boolean {
  return (
    a.path === b.path &&
    a.size === b.size &&
    a.mtimeMs === b.mtimeMs &&
    a.ctimeMs === b.ctimeMs &&
    a.ino === b.ino
  );
}

/** Returns a function that tells whether a file is one of `files`, unchanged. */
export function isAmong(files: readonly FileIdentity[]): (file: FileIdentity) => boolean {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return (file) => {
    const before = byPath.get(file.path);
    return before !== undefined && isSame(before, file);
  };
}

/**
 * Whether `now` is still the same file as `before`. Removing another hard link also updates the
 * `ctimeMs`, so that is ignored if there are fewer links.
 */
export function isStill(now: FoundFile, before: FoundFile): boolean {
  const { ctimeMs } = now.names < before.names ? now : before;
  return isSame(now, { ...before, ctimeMs });
}

export function isThere(path: string): Promise<boolean> {
  return ignoreMissing(() => lstat(path));
}
