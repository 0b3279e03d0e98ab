import { dirname } from 'node:path';
import type { Disk } from './disk.ts';
import { makeFolder } from './make-folder.ts';
import { deleteDrafts, replaceFile } from './replace-file.ts';

/** Writes a file of the client, atomically, which only its user can read. Creates its folder. */
export async function writeOwnFile(disk: Disk, path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  await deleteDrafts(disk, path);
  await replaceFile(disk, path, Buffer.from(text), 0o600);
}
