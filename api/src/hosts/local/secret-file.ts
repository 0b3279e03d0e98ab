import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { providerKeys } from '@immersion-tracker/contract';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import {
  parseSecret,
  parseSecretJson,
  type Secret,
  SecretError,
  secretSchema,
} from '../../kernel/secret.ts';
import { ConfigError } from '../config.ts';
import { systemErrorCode } from './system-error-code.ts';

const CHECK = 'check the path and its permissions';
/** Only the owner can read and write the file. */
const MODE = 0o600;
/** Milliseconds to wait while another program changes the file. */
const LOCK_WAIT_MS = 5000;

export type User = Secret['users'][number];

/** Reads the secret, or throws a `ConfigError` that locates every problem. */
export function readSecretFile(file: string, readText = readUtf8): Secret {
  try {
    return parseSecret(accessFile(file, readText));
  } catch (error) {
    if (!(error instanceof SecretError)) throw error;
    throw new ConfigError(error.problems.map((problem) => `${file}: ${problem}`).join('\n'));
  }
}

/** 120 random bits, in characters that are safe in any shell. */
export const randomPassword = (): string => randomBytes(15).toString('base64url');

/** The user of a new tracker. */
export const randomUser = (): User => ({ user: 'learner', password: randomPassword() });

/** Creates the secret with empty provider keys. Refuses to replace a file. */
export function createSecretFile(file: string, users: User[]): void {
  const secret = { users, ...Object.fromEntries(providerKeys.map((key) => [key, ''])) };
  try {
    writeFileSync(file, serialize(secret), { flag: 'wx', mode: MODE });
  } catch (error) {
    throw new ConfigError(`${file}: cannot be created (${systemErrorCode(error)}); ${CHECK}`);
  }
}

/** Sets a user's password, and adds the user if new. Leaves everything else in the file as it is. */
export async function setPassword(
  file: string,
  user: string,
  password: string,
): Promise<'added' | 'changed'> {
  return locked(file, () => {
    const known = readSecretFile(file).users.some((entry) => entry.user === user);
    const content = z.looseObject({ users: z.array(z.looseObject({ user: z.string() })) });
    const secret = content.parse(parseSecretJson(accessFile(file, readUtf8)));
    const entry = { user, password };
    const users = known
      ? secret.users.map((old) => (old.user === user ? { ...old, ...entry } : old))
      : [...secret.users, entry];
    const changed = { ...secret, users };
    const checked = secretSchema.safeParse(changed);
    if (!checked.success) throw new ConfigError(`${user}: ${checked.error.issues[0]?.message}`);
    try {
      writeFileAtomic.sync(file, serialize(changed), { mode: MODE });
    } catch (error) {
      throw new ConfigError(`${file}: cannot be written (${systemErrorCode(error)}); ${CHECK}`);
    }
    return known ? 'changed' : 'added';
  });
}

/** Runs `change` under a lock that keeps other programs from changing the file. */
async function locked<T>(file: string, change: () => T): Promise<T> {
  const lock = `${file}.lock`;
  for (const end = Date.now() + LOCK_WAIT_MS; ; await sleep(Math.random() * 50)) {
    try {
      writeFileSync(lock, '', { flag: 'wx', mode: MODE });
      break;
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') {
        throw new ConfigError(`${file}: cannot be changed (${systemErrorCode(error)}); ${CHECK}`);
      }
      if (Date.now() > end) {
        throw new ConfigError(
          `${file}: another program is changing it; if none is, delete ${lock}`,
        );
      }
    }
  }
  try {
    return change();
  } finally {
    rmSync(lock);
  }
}

export const readUtf8 = (file: string): string => readFileSync(file, 'utf8');

/** Runs an operation that reads the file. Throws a `ConfigError` if the system refuses it. */
export function accessFile<T>(file: string, operation: (file: string) => T): T {
  try {
    return operation(file);
  } catch (error) {
    throw new ConfigError(`${file}: cannot be read (${systemErrorCode(error)}); ${CHECK}`);
  }
}

const serialize = (secret: unknown): string => `${JSON.stringify(secret, null, 2)}\n`;
