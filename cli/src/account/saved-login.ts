import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { Disk } from '../disk/disk.ts';
import { deleteDrafts, replaceFile } from '../disk/replace-file.ts';
import { errorCode } from '../error-code.ts';
import { Failure } from '../failure.ts';
import type { Account } from './account.ts';

const schema = z.object({ address: z.string(), user: z.string(), password: z.string() });

/** What `immersion login` saved in `file`; undefined before the first time. */
export async function readLogin(file: string): Promise<Account | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    const reason = errorCode(error) ?? 'it is not what immersion login writes';
    throw new Failure(`${file} cannot be read (${reason}). Run: immersion login`);
  }
}

/** Saves a login where only its owner can read it. */
export async function saveLogin(disk: Disk, file: string, account: Account): Promise<void> {
  const content = Buffer.from(`${JSON.stringify(account, null, 2)}\n`);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await deleteDrafts(disk, dirname(file));
    await replaceFile(disk, file, content, 0o600);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new Failure(`${file} cannot be written (${code}), so nothing was saved`);
  }
}
