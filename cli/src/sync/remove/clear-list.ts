import type { Disk } from '../../disk/disk.ts';
import { editList } from '../../disk/watched-list/edit-list.ts';
import { splitLines, withoutLines } from '../../disk/watched-list/lines.ts';

export interface Cleared {
  /** How many lines were removed. */
  readonly count: number;
  /** What was added at the last moment and did not make it into the new list. */
  readonly lost?: string;
}

/** Removes lines from the current `watched.txt`, and keeps whatever changed since the scan. */
export async function clearList(
  disk: Disk,
  path: string,
  lines: readonly Buffer[],
): Promise<Cleared> {
  const { before, after, lost } = await editList(disk, path, (now) => withoutLines(now, lines));
  const count = linesIn(before) - linesIn(after);
  return lost === undefined ? { count } : { count, lost };
}

const linesIn = (content: Buffer | undefined) => (content ? splitLines(content).length : 0);
