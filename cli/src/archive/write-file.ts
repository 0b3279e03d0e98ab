import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { deleteDrafts, draftOf } from '../disk/replace-file.ts';
import { Failure } from '../errors/failure.ts';
import { systemErrorCode, systemErrorInWords } from '../errors/system-error-code.ts';
import { printable } from '../text/printable.ts';

/** What others may do with a new export: nothing. */
const PRIVATE = 0o600;

/**
 * Writes a file piece by piece. It gets its name only once it is whole and on the disk. Replaces an
 * existing file only if told to, and keeps its permissions.
 */
export async function writeFile(
  disk: Disk,
  path: string,
  pieces: AsyncIterable<string>,
  replaces: boolean,
): Promise<void> {
  const mode = await modeFor(path, replaces);
  await deleteDrafts(disk, path);
  const draft = join(dirname(path), draftOf(path, randomUUID()));
  try {
    await disk.streamNewFile(draft, pieces, mode);
    await (replaces ? disk.rename(draft, path) : nameIfFree(disk, draft, path));
  } catch (error) {
    await disk.deleteOwnFile(draft).catch(() => {});
    const why = systemErrorInWords(error);
    if (why === undefined) throw error;
    throw new Failure(`Nothing was exported: ${printable(path)} cannot be written: ${why}.`);
  }
}

/** The permissions for this file. Throws a `Failure` if it exists and may not be replaced. */
async function modeFor(path: string, replaces: boolean): Promise<number> {
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) return PRIVATE;
  if (replaces && there.isFile()) return there.mode & 0o777;
  throw new Failure(
    there.isFile()
      ? `${printable(path)} already exists. Choose another name, or replace it with --force.`
      : `${printable(path)} is not a file. Choose another name, or - for standard output.`,
  );
}

/** `rename` would replace a file that was created in the meantime, but `link` does not. */
async function nameIfFree(disk: Disk, draft: string, path: string): Promise<void> {
  try {
    await disk.link(draft, path);
  } catch (error) {
    // Some file systems do not support links.
    await modeFor(path, false);
    if (systemErrorCode(error) === 'EEXIST') throw error;
    return disk.rename(draft, path);
  }
  await disk.deleteOwnFile(draft);
}
