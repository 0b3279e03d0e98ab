import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
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
export async function saveLogin(file: string, account: Account): Promise<void> {
  try {
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFileAtomic(file, `${JSON.stringify(account, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw new Failure(`${file} cannot be written (${errorCode(error)}), so nothing was saved`);
  }
}
