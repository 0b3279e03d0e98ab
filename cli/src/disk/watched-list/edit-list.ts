import { type FileHandle, open, readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Failure } from '../../errors/failure.ts';
import { systemErrorCode } from '../../errors/system-error-code.ts';
import type { Disk } from '../disk.ts';
import { lookAt } from '../files.ts';
import { replaceFile } from '../replace-file.ts';

/** If the list changes this often meanwhile, it stays as it is. */
const MOST_ATTEMPTS = 20;

/** Windows cannot replace a file that is open. */
const MAY_STAY_OPEN = process.platform !== 'win32';

export interface EditedList {
  /** Undefined if there is no list. */
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
  /** What was added at the last moment and did not make it into the new list. */
  readonly lost?: string;
  /** Whether the list was left because the edit had to stop. */
  readonly isStopped?: true;
}

type Edit = (content: Buffer) => Buffer;

/**
 * Edits the current `watched.txt`. Keeps whatever changed since it was last read, including what is
 * written to the old file while the new one replaces it. Rejects if the list keeps changing. `mustStop` is
 * asked right before the list is replaced.
 */
export async function editList(
  disk: Disk,
  path: string,
  edit: Edit,
  mustStop = async () => false,
): Promise<EditedList> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    if (await mustStop()) return { before: undefined, after: undefined, isStopped: true };
    const file = await openIfThere(path);
    if (file === undefined) return { before: undefined, after: undefined };
    try {
      const edited = await tryToEdit(disk, path, file, edit, mustStop);
      if (edited !== undefined) return edited;
    } finally {
      await file.close();
    }
  }
  throw new Failure('it keeps changing');
}

/** Undefined if the list changed before it was replaced, or the edit must stop. */
async function tryToEdit(
  disk: Disk,
  path: string,
  file: FileHandle,
  edit: Edit,
  mustStop: () => Promise<boolean>,
): Promise<EditedList | undefined> {
  const before = await file.readFile();
  const after = edit(before);
  const edited = { before, after };
  if (after.equals(before)) return edited;
  const { mode } = await file.stat();
  if (!MAY_STAY_OPEN) await file.close();
  const isStillWanted = async () =>
    (await contentOf(path))?.equals(before) === true && !(await mustStop());
  if (!(await replaceFile(disk, path, after, mode, isStillWanted))) return undefined;

  if (!MAY_STAY_OPEN) return edited;
  const readAgain = () => buffer(file.createReadStream({ start: 0, autoClose: false }));
  const now = await readAgain();
  if (now.equals(before)) return edited;
  const isLonger = now.subarray(0, before.length).equals(before);
  const late = isLonger ? now.subarray(before.length) : edit(now);
  // An editor that saves in place truncates the file first, and may still be writing.
  if (!isLonger && late.length < after.length) return { ...edited, lost: now.toString() };
  const isOurs = async () => (await contentOf(path))?.equals(after) ?? false;
  const keeping = isLonger
    ? disk.append(path, late).then(() => true)
    : replaceFile(disk, path, late, mode, isOurs);
  if (!(await keeping.catch(() => false))) return { ...edited, lost: late.toString() };
  const last = await readAgain();
  return last.equals(now) ? edited : { ...edited, lost: last.toString() };
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
