import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { errorCode } from '../error-code.ts';
import type { Remarks } from './remarks.ts';

/** What is directly in a folder, by name; nothing where there is no folder. Links are not followed. */
export async function entriesOf(path: string, remarks: Remarks): Promise<Dirent[]> {
  try {
    const stats = await lstat(path);
    if (!stats.isDirectory()) {
      const reason = stats.isSymbolicLink() ? 'is a symbolic link, not followed' : 'is no folder';
      remarks.ignored.push({ path, reason });
      return [];
    }
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT') remarks.unreadable.push({ path, reason: `cannot be read (${code})` });
    return [];
  }
}
