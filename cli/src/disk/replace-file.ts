import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemErrorCode } from '../errors/system-error-code.ts';
import type { Disk } from './disk.ts';

const UUID = /^[\da-f-]{36}$/;

/** Another client may delete our draft, mistaking it for one of an interrupted run. */
const MOST_ATTEMPTS = 5;

/**
 * Replaces the content of a file atomically. `stillWanted` is called right before; if it resolves with
 * false, the old content stays. Resolves with whether the content was replaced.
 */
export async function replaceFile(
  disk: Disk,
  path: string,
  content: Uint8Array,
  mode: number,
  stillWanted: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const draft = join(dirname(path), draftOf(path, randomUUID()));
    try {
      await disk.writeNewFile(draft, content, mode);
      const isWanted = await stillWanted();
      await (isWanted ? disk.rename(draft, path) : disk.deleteOwnFile(draft));
      return isWanted;
    } catch (error) {
      await disk.deleteOwnFile(draft).catch(() => {});
      if (systemErrorCode(error) !== 'ENOENT' || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** Deletes the drafts of this file that interrupted runs left. Drafts of other files may be in use. */
export async function deleteDrafts(disk: Disk, path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const start = draftOf(path, '');
  const isDraft = (name: string) => name.startsWith(start) && UUID.test(name.slice(start.length));
  for (const name of names.filter(isDraft)) {
    await disk.deleteOwnFile(join(folder, name)).catch(() => {});
  }
}

/** The name of a draft of this file. */
export const draftOf = (path: string, id: string) => `.${basename(path)}.immersion-draft-${id}`;
