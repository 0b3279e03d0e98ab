import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';

const DRAFT = /^\..+\.immersion-draft-[\da-f-]{36}$/;

/**
 * Puts new content in the place of a file in one step, so that at any moment either the old or the
 * new one is there, whole. `stillWanted` is asked last; false leaves the old content.
 */
export async function replaceFile(
  disk: Disk,
  path: string,
  content: Uint8Array,
  mode: number,
  stillWanted: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const draft = join(dirname(path), `.${basename(path)}.immersion-draft-${randomUUID()}`);
  try {
    await disk.writeNewFile(draft, content, mode);
    if (await stillWanted()) {
      await disk.rename(draft, path);
      return true;
    }
  } catch (error) {
    await disk.deleteOwnFile(draft).catch(() => {});
    throw error;
  }
  await disk.deleteOwnFile(draft);
  return false;
}

/** Deletes the drafts that interrupted runs left in a folder. */
export async function deleteDrafts(disk: Disk, folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => DRAFT.test(one))) {
    await disk.deleteOwnFile(join(folder, name)).catch(() => {});
  }
}
