import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import { parseSecretJson, quotedUser, type Token } from '../../../kernel/secret.ts';
import { ConfigError } from '../../config.ts';
import { systemErrorCode } from '../system-error-code.ts';
import {
  accessFile,
  OWNER_ONLY,
  parseSecretFile,
  readUtf8,
  refused,
  serialize,
} from './secret-file.ts';

/** Milliseconds to wait while another program changes the file. */
const LOCK_WAIT_MS = 5000;

/** The parts of the file that change. Everything else in it stays as it is. */
const contentSchema = z.looseObject({
  users: z.array(
    z.looseObject({
      user: z.string(),
      password: z.string(),
      tokens: z.array(z.looseObject({ name: z.string() })).optional(),
    }),
  ),
});
type Entry = z.output<typeof contentSchema>['users'][number];

/** Sets a user's password, and adds the user if new. The user keeps any tokens. */
export async function setPassword(
  file: string,
  user: string,
  password: string,
): Promise<'added' | 'changed'> {
  return changeUsers(file, (users) => {
    const known = users.some((entry) => entry.user === user);
    const entry = { user, password };
    return known
      ? [users.map((old) => (old.user === user ? { ...old, ...entry } : old)), 'changed']
      : [[...users, entry], 'added'];
  });
}

/** Removes a user with all tokens. Returns how many users are left. */
export async function removeUser(file: string, user: string): Promise<number> {
  return changeUsers(file, (users) => {
    const removed = entryOf(user, users, file);
    const left = users.filter((entry) => entry !== removed);
    return [left, left.length];
  });
}

export async function addToken(file: string, user: string, token: Token): Promise<void> {
  await changeTokens(file, user, (tokens) => {
    if (tokens.every(({ name }) => name !== token.name)) return [...tokens, token];
    const problem = `already has a token named ${JSON.stringify(token.name)}`;
    throw new ConfigError(`${quotedUser(user)} ${problem}; choose another name, or revoke it`);
  });
}

export async function revokeToken(file: string, user: string, name: string): Promise<void> {
  await changeTokens(file, user, (tokens) => {
    const left = tokens.filter((token) => token.name !== name);
    if (left.length < tokens.length) return left;
    const problem = `does not have a token named ${JSON.stringify(name)}`;
    throw new ConfigError(`${quotedUser(user)} ${problem}; --list shows the names`);
  });
}

async function changeTokens(
  file: string,
  user: string,
  change: (tokens: NonNullable<Entry['tokens']>) => Entry['tokens'],
): Promise<void> {
  await changeUsers(file, (users) => {
    const old = entryOf(user, users, file);
    const entry = { ...old, tokens: change(old.tokens ?? []) };
    return [users.map((other) => (other === old ? entry : other)), undefined];
  });
}

/** Finds a user, or throws a `ConfigError`. */
export function entryOf<E extends { readonly user: string }>(
  user: string,
  users: readonly E[],
  file: string,
): E {
  const entry = users.find((other) => other.user === user);
  if (entry !== undefined) return entry;
  throw new ConfigError(`${quotedUser(user)} is not a user in ${file}; --list shows all of them`);
}

/**
 * Changes the users under a lock that keeps other programs from changing the file. `change` returns
 * the new users and a result. The file stays as it is if it is invalid, or would be.
 */
async function changeUsers<Result>(
  file: string,
  change: (users: readonly Entry[]) => readonly [readonly Entry[], Result],
): Promise<Result> {
  return locked(file, () => {
    const text = accessFile(file, readUtf8);
    parseSecretFile(file, text);
    const content = contentSchema.parse(parseSecretJson(text));
    const [users, result] = change(content.users);
    const changed = serialize({ ...content, users });
    parseSecretFile(file, changed);
    try {
      writeFileAtomic.sync(file, changed, { mode: OWNER_ONLY });
    } catch (error) {
      throw refused(file, 'written', error);
    }
    return result;
  });
}

/** Runs `change` under a lock that keeps other programs from changing the file. */
async function locked<T>(file: string, change: () => T): Promise<T> {
  const lock = `${file}.lock`;
  for (const end = Date.now() + LOCK_WAIT_MS; ; await sleep(Math.random() * 50)) {
    try {
      writeFileSync(lock, '', { flag: 'wx', mode: OWNER_ONLY });
      break;
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw refused(file, 'changed', error);
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
