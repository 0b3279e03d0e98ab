import { type FileHandle, open, readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Disk } from '../../disk/disk.ts';
import { lookAt } from '../../disk/files.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { splitLines, withoutLines } from '../../disk/watched-list/lines.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';

/** If the list changes this often during a sync, its lines are left to the next run. */
const MOST_ATTEMPTS = 20;

/** Windows cannot replace a file that is open. */
const MAY_STAY_OPEN = process.platform !== 'win32';

export interface Cleared {
  /** How many lines were removed. */
  readonly count: number;
  /** What was added at the last moment and did not make it into the new list. */
  readonly lost?: string;
}

/**
 * Removes lines from the current `watched.txt`. Keeps whatever changed since the scan, including what is
 * written to the old file while the new one replaces it. Rejects if the list keeps changing.
 */
export async function clearList(
  disk: Disk,
  path: string,
  lines: readonly Buffer[],
): Promise<Cleared> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const file = await openIfThere(path);
    if (file === undefined) return { count: 0 };
    try {
      const taken = await tryToClear(disk, path, file, lines);
      if (taken !== undefined) return taken;
    } finally {
      await file.close();
    }
  }
  throw new Error('it keeps changing');
}

/** Undefined if the list changed before it was replaced. */
async function tryToClear(
  disk: Disk,
  path: string,
  file: FileHandle,
  lines: readonly Buffer[],
): Promise<Cleared | undefined> {
  const content = await file.readFile();
  const staying = withoutLines(content, lines);
  const count = splitLines(content).length - splitLines(staying).length;
  if (count === 0) return { count };
  const { mode } = await file.stat();
  if (!MAY_STAY_OPEN) await file.close();
  const isUnchanged = async () => (await contentOf(path))?.equals(content) ?? false;
  if (!(await replaceFile(disk, path, staying, mode, isUnchanged))) return undefined;

  if (!MAY_STAY_OPEN) return { count };
  const readAgain = () => buffer(file.createReadStream({ start: 0, autoClose: false }));
  const now = await readAgain();
  if (now.equals(content)) return { count };
  const isLonger = now.subarray(0, content.length).equals(content);
  const late = isLonger ? now.subarray(content.length) : withoutLines(now, lines);
  // An editor that saves in place truncates the file first, and may still be writing.
  if (!isLonger && late.length < staying.length) return { count, lost: now.toString() };
  const isOurs = async () => (await contentOf(path))?.equals(staying) ?? false;
  const keeping = isLonger
    ? disk.append(path, late).then(() => true)
    : replaceFile(disk, path, late, mode, isOurs);
  if (!(await keeping.catch(() => false))) return { count, lost: late.toString() };
  const last = await readAgain();
  return last.equals(now) ? { count } : { count, lost: last.toString() };
}

/** Undefined if the list is gone, or was replaced by a link. */
async function openIfThere(path: string): Promise<FileHandle | undefined> {
  if ((await lookAt(path)) === undefined) return undefined;
  return unlessGone(() => open(path, 'r'));
}

const contentOf = (path: string) => unlessGone(() => readFile(path));

async function unlessGone<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}
