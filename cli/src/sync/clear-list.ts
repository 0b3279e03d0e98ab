import { lstat, readFile } from 'node:fs/promises';
import { errorCode } from '../error-code.ts';
import { splitLines, withoutLines } from '../media/lines.ts';
import type { Disk } from './disk.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Takes lines out of `watched.txt`, as it is now, and resolves with how many: lines that were added
 * since the scan stay, and a change that comes while the new file is written is read again.
 */
export async function clearList(
  disk: Disk,
  path: string,
  lines: readonly Buffer[],
): Promise<number> {
  for (;;) {
    const content = await contentOf(path);
    const staying = withoutLines(content, lines);
    const count = splitLines(content).length - splitLines(staying).length;
    if (count === 0) return 0;
    const { mode } = await lstat(path);
    const isUnchanged = async () => content.equals(await contentOf(path));
    if (await replaceFile(disk, path, staying, mode, isUnchanged)) return count;
  }
}

/** Without the list, there is nothing in it. */
async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return Buffer.alloc(0);
  }
}
