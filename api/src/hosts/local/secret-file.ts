import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import type { Log } from '../../kernel/log.ts';
import { type Secret, type SecretSource, secretSchema } from '../../kernel/secret.ts';
import { ConfigError } from '../config.ts';

/** Only the owner may read or write. */
const MODE = 0o600;

export type User = Secret['users'][number];

/** Reads the secret, or throws a `ConfigError` that says where it is wrong. */
export function readSecretFile(file: string): Secret {
  const parsed = secretSchema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${file}: ${z.core.toDotPath(path) || 'content'}: ${message}`,
  );
  throw new ConfigError(problems.join('\n'));
}

/** 120 random bits, in letters that no shell minds. */
export const randomPassword = (): string => randomBytes(15).toString('base64url');

/** The user of a tracker that has none yet. */
export const randomUser = (): User => ({ user: 'learner', password: randomPassword() });

/** Creates the secret, with empty keys of the providers. Refuses to replace a file. */
export function createSecretFile(file: string, users: User[]): void {
  const secret: Required<Secret> = {
    users,
    tvdb_api_key: '',
    youtube_api_key: '',
    spotify_client_id: '',
    spotify_client_secret: '',
  };
  try {
    writeFileSync(file, serialize(secret), { flag: 'wx', mode: MODE });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new ConfigError(`${file}: cannot be created (${code})`);
  }
}

/** Sets the password of a user, who is added if new. Everything else in the file stays. */
export function setPassword(file: string, user: string, password: string): 'added' | 'changed' {
  const known = readSecretFile(file).users.some((entry) => entry.user === user);
  const content = z.looseObject({ users: z.array(z.looseObject({ user: z.string() })) });
  const secret = content.parse(parseJson(file));
  const entry = { user, password };
  const users = known
    ? secret.users.map((old) => (old.user === user ? { ...old, ...entry } : old))
    : [...secret.users, entry];
  const changed = { ...secret, users };
  const checked = secretSchema.safeParse(changed);
  if (!checked.success) throw new ConfigError(`${user}: ${checked.error.issues[0]?.message}`);
  writeFileAtomic.sync(file, serialize(changed), { mode: MODE });
  return known ? 'changed' : 'added';
}

/**
 * The secret as the file has it now: keys and users that are added while the tracker runs count at
 * once. A file that has become unreadable is logged, and what was read last stays in force.
 */
export function watchSecretFile(file: string, log: Log): SecretSource {
  let seen = version(file);
  let secret = readSecretFile(file);
  if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32') {
    log('warn', `other users of this machine can read ${file}; run chmod 600 on it`);
  }

  return async () => {
    const now = version(file);
    if (now === seen) return secret;
    seen = now;
    try {
      secret = readSecretFile(file);
    } catch (error) {
      log('error', 'the secret file cannot be read; its last good state stays in force', { error });
    }
    return secret;
  };
}

/** Changes whenever the file does; undefined while it does not exist. */
function version(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat && `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    // The parser's own message quotes the text, which may be a password.
    throw new ConfigError(`${file}: ${reason}`);
  }
}

const serialize = (secret: unknown): string => `${JSON.stringify(secret, null, 2)}\n`;
