import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import * as z from 'zod';
import type { Disk } from '../disk/disk.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { errorCode } from '../error-code.ts';
import { type FileIdentity, isRealFolder } from '../media/files.ts';

/** A show's folder that is to go once its videos are gone. */
export interface FinishedShow {
  readonly path: string;
  /** All that may go with it: the files that were there when its videos were acknowledged. */
  readonly sidecars: readonly FileIdentity[];
}

/** In the media folder, so that the note goes where the disk goes. */
const FILE = '.immersion-clean-up.json';

const schema = z.object({
  shows: z.array(
    z.object({
      folder: z
        .string()
        .refine((name) => name === basename(name) && !['', '.', '..'].includes(name)),
      sidecars: z.array(z.object({ path: z.string(), size: z.number(), mtimeMs: z.number() })),
    }),
  ),
});

/**
 * The shows whose clean-up an earlier run began and did not end. Only this note tells a folder that
 * was emptied by us from one that somebody prepares for a show to come. Folders that are gone, or are
 * links by now, are left out.
 */
export async function readUnfinished(root: string): Promise<FinishedShow[]> {
  try {
    const { shows } = schema.parse(JSON.parse(await readFile(join(root, FILE), 'utf8')));
    if (!(await isRealFolder(join(root, 'shows')))) return [];
    const noted = shows.map(({ folder, sidecars }) => {
      const path = join(root, 'shows', folder);
      return { path, sidecars: sidecars.map((file) => ({ ...file, path: join(path, file.path) })) };
    });
    const isReal = await Promise.all(noted.map(({ path }) => isRealFolder(path)));
    return noted.filter((_, index) => isReal[index]);
  } catch {
    // Without the note, or with a broken one, folders without videos stay where they are.
    return [];
  }
}

/** Notes the shows whose clean-up is under way, in place of those noted before. */
export async function writeUnfinished(
  disk: Disk,
  root: string,
  shows: readonly FinishedShow[],
): Promise<void> {
  const file = join(root, FILE);
  try {
    if (shows.length === 0) return await disk.deleteOwnFile(file);
    const note = shows.map(({ path, sidecars }) => ({
      folder: basename(path),
      sidecars: sidecars.map(({ path: file, size, mtimeMs }) => {
        return { path: relative(path, file), size, mtimeMs };
      }),
    }));
    await replaceFile(disk, file, Buffer.from(JSON.stringify({ shows: note })), 0o600);
  } catch (error) {
    // A full disk is what the clean-up is there to help: it goes on, and only loses the note.
    if (errorCode(error) === undefined) throw error;
  }
}
