import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { Failure } from '../errors/failure.ts';
import { systemErrorCode } from '../errors/system-error-code.ts';

export const NOT_REGULAR = 'not a regular file';

/** Follows no link, and does not wait for the writer of a FIFO. Windows has neither flag, nor FIFOs. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a file for reading. Undefined if nothing is there. Throws a `Failure` about anything but a regular
 * file, also if it has just replaced one.
 */
export async function openRegularFile(path: string): Promise<FileHandle | undefined> {
  try {
    // To open a device can have effects of its own.
    if (!(await lstat(path)).isFile()) throw new Failure(NOT_REGULAR);
    const file = await open(path, FLAGS);
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT') return undefined;
    if (code !== 'ELOOP') throw error;
  }
  throw new Failure(NOT_REGULAR);
}

export interface ReadFile {
  readonly content: Buffer;
  /** From right before the content was read. */
  readonly stats: Stats;
}

/** Reads the file that {@link openRegularFile} opens. */
export async function readRegularFile(path: string): Promise<ReadFile | undefined> {
  const file = await openRegularFile(path);
  if (file === undefined) return undefined;
  try {
    const stats = await file.stat();
    return { stats, content: await file.readFile() };
  } finally {
    await file.close();
  }
}
