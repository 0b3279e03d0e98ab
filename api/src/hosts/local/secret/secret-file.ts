import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { providerKeys } from '@immersion-tracker/contract';
import { parseSecret, type Secret, SecretError } from '../../../kernel/secret.ts';
import { ConfigError } from '../../config.ts';
import { readSmallFile, unreadable } from '../read-small-file.ts';
import { systemErrorCode } from '../system-error-code.ts';

/** Only the owner can read and write the file. */
export const OWNER_ONLY = 0o600;

export type User = Secret['users'][number];

/** Reads the secret, or throws a `ConfigError` that locates every problem. */
export const readSecretFile = (file: string, readText = readUtf8): Secret =>
  parseSecretFile(file, accessFile(file, readText));

/** Parses the text of the file, or throws a `ConfigError` that locates every problem. */
export function parseSecretFile(file: string, text: string): Secret {
  try {
    return parseSecret(text);
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
    writeFileSync(file, serialize(secret), { flag: 'wx', mode: OWNER_ONLY });
  } catch (error) {
    throw refused(file, 'created', error);
  }
}

export function readUtf8(file: string): string {
  const bytes = readSmallFile(file);
  // Otherwise nobody could sign in with a password in another encoding, and nobody would know why.
  if (!isUtf8(bytes)) throw unreadable('not UTF-8');
  return bytes.toString();
}

/** Runs an operation that reads the file. Throws a `ConfigError` if the system refuses it. */
export function accessFile<T>(file: string, operation: (file: string) => T): T {
  try {
    return operation(file);
  } catch (error) {
    throw refused(file, 'read', error);
  }
}

/** The error of an operation that the system refused. */
export function refused(
  file: string,
  operation: 'created' | 'read' | 'written' | 'changed',
  cause: unknown,
): ConfigError {
  const problem = `cannot be ${operation} (${systemErrorCode(cause)})`;
  return new ConfigError(`${file}: ${problem}; check the path and its permissions`);
}

export const serialize = (secret: unknown): string => `${JSON.stringify(secret, null, 2)}\n`;
