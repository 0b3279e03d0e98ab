import type { Disk } from '../../disk/disk.ts';
import { editList } from '../../disk/watched-list/edit-list.ts';
import { splitLines, withoutLines } from '../../disk/watched-list/lines.ts';

export interface Cleared {
  /** How many lines were removed. */
  readonly count: number;
  /** What was added at the last moment and did not make it into the new list. */
  readonly lost?: string;
  /** Whether the list was left because the sync is taken back. */
  readonly isStopped?: true;
}

/**
 * Removes lines from the current `watched.txt`, and keeps whatever changed since the scan. Leaves the list
 * if it `isTakenBack` right before.
 */
export async function clearList(
  disk: Disk,
  path: string,
  lines: readonly Buffer[],
  isTakenBack?: () => Promise<boolean>,
): Promise<Cleared> {
  const edited = await editList(disk, path, (now) => withoutLines(now, lines), isTakenBack);
  const { before, after, ...rest } = edited;
  return { count: linesIn(before) - linesIn(after), ...rest };
}

const linesIn = (content: Buffer | undefined) => (content ? splitLines(content).length : 0);
