import type { Dirent } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type FoundFile, lookAt } from './files.ts';
import {
  badName,
  type FolderIdentity,
  isLossy,
  linkAt,
  type PathTrouble,
  readFolder,
  troublesOf,
} from './folders.ts';

/** Everything beneath a folder. */
export interface Walked {
  /** Regular files, sorted by path. */
  readonly files: readonly FoundFile[];
  /** The folders that were read, deepest first, ending with the folder itself. */
  readonly folders: readonly FolderIdentity[];
  /** Links, special files, and whatever cannot be read. */
  readonly troubles: readonly PathTrouble[];
}

/** Reads a folder and everything beneath it. Does not follow links. */
export async function walk(folder: string): Promise<Walked> {
  const { files, folders, troubles } = await look(folder);
  return { files: files.toSorted(byPath), folders, troubles: troubles.toSorted(byPath) };
}

/** The names in the path from a folder to something beneath it. */
export function partsOf(folder: string, path: string): string[] {
  const start = folder.endsWith(sep) ? folder.length : folder.length + 1;
  return path.slice(start).split(sep);
}

/** The path from a folder to something in it, as people and scripts see it: with slashes on all systems. */
export function pathWithin(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, '/') || '.';
}

/** Returns a function that tells whether a path is one of `paths` or beneath one. */
export function isAmongOrBeneath(paths: Iterable<string>): (path: string) => boolean {
  const known = new Set(paths);
  return (path) => {
    if (known.size === 0) return false;
    for (let at = path; ; at = dirname(at)) {
      if (known.has(at)) return true;
      if (at === dirname(at)) return false;
    }
  };
}

async function look(path: string): Promise<Walked> {
  const { identity, entries, troubles } = await readFolder(path);
  const found = await Promise.all(entries.map((entry) => take(entry, join(path, entry.name))));
  return {
    files: found.flatMap(({ files }) => files),
    folders: [...found.flatMap(({ folders }) => folders), ...(identity ? [identity] : [])],
    troubles: [...found.flatMap((one) => one.troubles), ...troubles],
  };
}

async function take(entry: Dirent, path: string): Promise<Walked> {
  if (entry.isDirectory()) return look(path);
  if (entry.isSymbolicLink()) return troubled(linkAt(path));
  try {
    const file = await lookAt(path);
    if (file !== undefined) return { files: [file], folders: [], troubles: [] };
    const mayBeFolder = false;
    if (!entry.isFile())
      return troubled({ kind: 'special', path, reason: 'is not a regular file', mayBeFolder });
    return troubled(...(isLossy(entry.name) ? [badName(path, mayBeFolder)] : []));
  } catch (error) {
    return troubled(...troublesOf(path, error, false));
  }
}

const troubled = (...troubles: PathTrouble[]): Walked => ({ files: [], folders: [], troubles });

const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
  a.path < b.path ? -1 : 1;
