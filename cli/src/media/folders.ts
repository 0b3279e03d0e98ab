import type { BigIntStats, Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorCode } from '../error-code.ts';
import type { Remark } from './remarks.ts';

/** By what a folder is known again. */
export interface FolderIdentity {
  readonly path: string;
  readonly dev: bigint;
  readonly ino: bigint;
}

/** Why something cannot be taken: links and special files are left alone, the rest can be mended. */
export interface Trouble extends Remark {
  readonly kind: 'link' | 'special' | 'unreadable' | 'name';
}

export interface ReadFolder {
  /** Undefined if this is not a folder, or if there is nothing. */
  readonly identity?: FolderIdentity;
  /** What is directly in it, by name. */
  readonly entries: readonly Dirent[];
  readonly trouble?: Trouble;
}

/** Reads a folder, unless it is a link. */
export async function readFolder(path: string): Promise<ReadFolder> {
  try {
    const stats = await lstat(path, { bigint: true });
    if (!stats.isDirectory()) return { entries: [], trouble: notAFolder(path, stats) };
    const entries = await readdir(path, { withFileTypes: true });
    const identity = { path, dev: stats.dev, ino: stats.ino };
    return { identity, entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  } catch (error) {
    const trouble = troubleOf(path, error);
    return { entries: [], ...(trouble && { trouble }) };
  }
}

/** What keeps a file or a folder from being read; undefined if it is merely gone. */
export function troubleOf(path: string, error: unknown): Trouble | undefined {
  const code = errorCode(error);
  if (code !== 'ENOENT') return { kind: 'unreadable', path, reason: `cannot be read (${code})` };
  // Node shows bytes that are not UTF-8 as U+FFFD, and then finds nothing of that name.
  return basename(path).includes('\uFFFD') ? badName(path) : undefined;
}

export function badName(path: string): Trouble {
  return { kind: 'name', path, reason: 'its name is not valid Unicode: rename it' };
}

export function linkAt(path: string): Trouble {
  return { kind: 'link', path, reason: 'is a symbolic link, not followed' };
}

function notAFolder(path: string, stats: BigIntStats): Trouble {
  if (stats.isSymbolicLink()) return linkAt(path);
  return { kind: 'special', path, reason: 'is not a folder' };
}
