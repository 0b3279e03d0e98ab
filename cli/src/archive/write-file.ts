import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { disk } from '../disk/disk.ts';
import { deleteDrafts, draftOf } from '../disk/replace-file.ts';
import { Failure } from '../errors/failure.ts';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { printable } from '../text/printable.ts';

/**
 * Writes a file piece by piece. It gets its name only once it is whole and on the disk. Replaces an
 * existing file only if told to.
 */
export async function writeFile(
  path: string,
  pieces: AsyncIterable<string>,
  replaces: boolean,
): Promise<void> {
  await requireFree(path, replaces);
  await deleteDrafts(disk, path);
  const draft = join(dirname(path), draftOf(path, randomUUID()));
  try {
    await pipeline(pieces, createWriteStream(draft, { flags: 'wx', flush: true }));
    await (replaces ? rename(draft, path) : nameIfFree(draft, path));
  } catch (error) {
    await unlink(draft).catch(() => {});
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new Failure(`Nothing was exported: ${printable(path)} cannot be written (${code}).`);
  }
}

async function requireFree(path: string, replaces: boolean): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there === undefined || (replaces && there.isFile())) return;
  throw new Failure(
    there.isFile()
      ? `${printable(path)} exists already. Choose another name, or replace it with --force.`
      : `${printable(path)} is not a file. Choose another name, or - for standard output.`,
  );
}

/** `rename` would replace a file that was created in the meantime, but `link` does not. */
async function nameIfFree(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    // Some file systems have no links.
    await requireFree(path, false);
    if (systemErrorCode(error) === 'EEXIST') throw error;
    return rename(draft, path);
  }
  await unlink(draft);
}
