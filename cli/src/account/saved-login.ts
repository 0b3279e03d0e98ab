import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Disk } from '../disk/disk.ts';
import { writeOwnFile } from '../disk/write-own-file.ts';
import { Failure } from '../errors/failure.ts';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { COMMAND } from '../text/command-name.ts';
import type { Account } from '../tracker/tracker.ts';

const schema = z.object({ address: z.string(), user: z.string(), password: z.string() });

/** The login saved in `file`; undefined if there is none. Throws a `Failure` if it cannot be read. */
export async function readLogin(file: string): Promise<Account | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    const reason = systemErrorCode(error) ?? 'it is not a saved login';
    throw new Failure(`${file} cannot be read (${reason}). Run: ${COMMAND} login`);
  }
}

/** Saves a login in a file that only its owner can read. Throws a `Failure` if it cannot write the file. */
export async function saveLogin(disk: Disk, file: string, account: Account): Promise<void> {
  try {
    await writeOwnFile(disk, file, `${JSON.stringify(account, null, 2)}\n`);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new Failure(
      `The login was not saved: ${file} cannot be written (${code}). Check its permissions.`,
    );
  }
}
