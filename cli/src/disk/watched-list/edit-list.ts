import type { FileHandle } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Failure } from '../../errors/failure.ts';
import type { Disk } from '../disk.ts';
import { openRegularFile, readRegularFile } from '../regular-file.ts';
import { replaceFile } from '../replace-file.ts';
import { hasUtf16Mark, IN_UTF_16 } from './watched-list.ts';

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
 * written to the old file while the new one replaces it. Rejects if the list keeps changing, has been replaced
 * by something other than a regular file, or was saved in UTF-16. `mustStop` is asked right before the list is
 * replaced.
 */
export async function editList(
  disk: Disk,
  path: string,
  edit: Edit,
  mustStop = async () => false,
): Promise<EditedList> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    if (await mustStop()) return { before: undefined, after: undefined, isStopped: true };
    const file = await openRegularFile(path);
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
  if (hasUtf16Mark(before)) throw inUtf16();
  const after = edit(before);
  const edited = { before, after };
  if (after.equals(before)) return edited;
  const { mode } = await file.stat();
  if (!MAY_STAY_OPEN) await file.close();
  const isStillWanted = async () => (await isStill(path, before)) && !(await mustStop());
  if (!(await replaceFile(disk, path, after, mode, isStillWanted))) return undefined;

  if (!MAY_STAY_OPEN) return edited;
  const readAgain = () => buffer(file.createReadStream({ start: 0, autoClose: false }));
  const now = await readAgain();
  if (now.equals(before)) return edited;
  const isLonger = now.subarray(0, before.length).equals(before);
  const isUtf16 = hasUtf16Mark(now);
  const late = isLonger ? now.subarray(before.length) : isUtf16 ? now : edit(now);
  // An editor that saves in place truncates the file first, and may still be writing.
  if (!isLonger && late.length < after.length) return { ...edited, lost: now.toString() };
  const isOurs = () => isStill(path, after);
  const keeping = isLonger
    ? disk.append(path, late).then(() => true)
    : replaceFile(disk, path, late, mode, isOurs);
  if (!(await keeping.catch(() => false))) return { ...edited, lost: late.toString() };
  const last = await readAgain();
  if (!last.equals(now)) return { ...edited, lost: last.toString() };
  if (isUtf16) throw inUtf16();
  return edited;
}

async function isStill(path: string, content: Buffer): Promise<boolean> {
  return (await readRegularFile(path))?.content.equals(content) ?? false;
}

const inUtf16 = () => new Failure(`it ${IN_UTF_16}`);
