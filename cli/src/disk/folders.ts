import type { BigIntStats, Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { fileKindOf } from '../media/file-kinds.ts';
import type { Finding } from './finding.ts';

/** What identifies a folder later in the same run. */
export interface FolderIdentity {
  readonly path: string;
  readonly dev: bigint;
  readonly ino: bigint;
}

/** Why something is not read. The learner can fix what is `unreadable` or has a bad `name`. */
export interface PathTrouble extends Finding {
  readonly kind: 'link' | 'special' | 'unreadable' | 'name';
  /** Whether it may be, or lead to, a folder with videos. */
  readonly mayBeFolder: boolean;
}

export interface ReadFolder {
  /** Undefined if the path does not exist or is not a folder. */
  readonly identity?: FolderIdentity;
  /** Its direct entries, sorted by name. Names are unique. */
  readonly entries: readonly Dirent[];
  /** Why the folder cannot be read, or which of its entries have names that Node cannot open. */
  readonly troubles: readonly PathTrouble[];
}

/** Reads a folder. Does not follow links. */
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

/** Node decodes bytes that are not UTF-8 as U+FFFD, so several files may appear under one name. */
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

/** Why a file or folder cannot be read. Empty if it no longer exists. */
export function troublesOf(path: string, error: unknown, mayBeFolder: boolean): PathTrouble[] {
  const code = systemErrorCode(error);
  if (code === 'ENOENT') return isLossy(basename(path)) ? [badName(path, mayBeFolder)] : [];
  const advice = code === 'EACCES' ? ': check its permissions' : '';
  return [{ kind: 'unreadable', path, reason: `cannot be read (${code})${advice}`, mayBeFolder }];
}

/** Whether a path may contain bytes that are not UTF-8. Node cannot open such a path. */
export const isLossy = (path: string): boolean => path.includes('\uFFFD');

export function badName(path: string, mayBeFolder: boolean): PathTrouble {
  return {
    kind: 'name',
    path,
    reason: 'has a name that is not valid Unicode: rename it',
    mayBeFolder,
  };
}

/** A link that is named like a file, such as `01.mkv`, is assumed to lead to a file. */
export function linkAt(path: string): PathTrouble {
  const mayBeFolder = fileKindOf(basename(path)) === 'other';
  return { kind: 'link', path, reason: 'is a symbolic link, which is not followed', mayBeFolder };
}

function notAFolder(path: string, stats: BigIntStats): PathTrouble {
  if (stats.isSymbolicLink()) return linkAt(path);
  return { kind: 'special', path, reason: 'is not a folder', mayBeFolder: false };
}
