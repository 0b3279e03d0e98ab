import { lstat, readFile } from 'node:fs/promises';
import { withoutLines } from '../media/lines.ts';
import type { Disk } from './disk.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Takes lines out of `watched.txt`, as it is now: lines that were added since the scan stay, and a
 * change that comes while the new file is written is read again.
 */
export async function clearList(disk: Disk, path: string, lines: readonly Buffer[]): Promise<void> {
  for (;;) {
    const content = await readFile(path);
    const { mode } = await lstat(path);
    const isUnchanged = async () => content.equals(await readFile(path));
    if (await replaceFile(disk, path, withoutLines(content, lines), mode, isUnchanged)) return;
  }
}
