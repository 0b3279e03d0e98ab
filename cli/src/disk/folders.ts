import type { BigIntStats, Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { fileKindOf } from '../media/file-kinds.ts';
import type { Finding } from './finding.ts';

/** By what a folder is known again. */
export interface FolderIdentity {
  readonly path: string;
  readonly dev: bigint;
  readonly ino: bigint;
}

/** Why something cannot be taken: links and special files are left alone, the rest can be mended. */
export interface PathTrouble extends Finding {
  readonly kind: 'link' | 'special' | 'unreadable' | 'name';
  /** Whether it may be a folder or lead to one, and so may hold videos. */
  readonly mayBeFolder: boolean;
}

export interface ReadFolder {
  /** Undefined if this is not a folder, or if there is nothing. */
  readonly identity?: FolderIdentity;
  /** What is directly in it, by name: no two have the same. */
  readonly entries: readonly Dirent[];
  /** About the folder itself, and about names in it by which nothing can be opened. */
  readonly troubles: readonly PathTrouble[];
}

/** Reads a folder, unless it is a link. */
export async function readFolder(path: string): Promise<ReadFolder> {
  try {
    const stats = await lstat(path, { bigint: true });
    if (!stats.isDirectory()) return { entries: [], troubles: [notAFolder(path, stats)] };
    const identity = { path, dev: stats.dev, ino: stats.ino };
    return { identity, ...byName(path, await readdir(path, { withFileTypes: true })) };
  } catch (error) {
    return { entries: [], troubles: troublesOf(path, error, true) };
  }
}

/** Node shows bytes that are not UTF-8 as U+FFFD, so that one name may stand for several files. */
function byName(folder: string, entries: readonly Dirent[]): Omit<ReadFolder, 'identity'> {
  const groups = [...Map.groupBy(entries, ({ name }) => name)].sort(([a], [b]) => (a < b ? -1 : 1));
  const isUsable = (name: string, { length }: readonly Dirent[]) =>
    length === 1 && name.isWellFormed();
  return {
    entries: groups.flatMap(([name, alike]) => (isUsable(name, alike) ? alike : [])),
    troubles: groups.flatMap(([name, alike]) => {
      const mayBeFolder = alike.some((entry) => !entry.isFile());
      return isUsable(name, alike) ? [] : [badName(join(folder, name), mayBeFolder)];
    }),
  };
}

/** What keeps a file or a folder from being read. Empty if it is merely gone. */
export function troublesOf(path: string, error: unknown, mayBeFolder: boolean): PathTrouble[] {
  const code = systemErrorCode(error);
  if (code === 'ENOENT') return isLossy(basename(path)) ? [badName(path, mayBeFolder)] : [];
  const advice = code === 'EACCES' ? ': check who may read it' : '';
  return [{ kind: 'unreadable', path, reason: `cannot be read (${code})${advice}`, mayBeFolder }];
}

/** Whether a path may stand for bytes that are not UTF-8. Node cannot open such a path. */
export const isLossy = (path: string): boolean => path.includes('\uFFFD');

export function badName(path: string, mayBeFolder: boolean): PathTrouble {
  return {
    kind: 'name',
    path,
    reason: 'has a name that is not valid Unicode: rename it',
    mayBeFolder,
  };
}

/** Links called like a file, such as `01.mkv`, are taken for links to files. */
export function linkAt(path: string): PathTrouble {
  const mayBeFolder = fileKindOf(basename(path)) === 'other';
  return { kind: 'link', path, reason: 'is a symbolic link, not followed', mayBeFolder };
}

function notAFolder(path: string, stats: BigIntStats): PathTrouble {
  if (stats.isSymbolicLink()) return linkAt(path);
  return { kind: 'special', path, reason: 'is not a folder', mayBeFolder: false };
}
