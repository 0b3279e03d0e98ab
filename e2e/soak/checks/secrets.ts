import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensure } from './violation.ts';

/** What must not appear in any output: each secret, by what it is. */
export interface Secrets {
  add(what: string, secret: string): void;
  /** Throws a `Violation` that says what `where` contains, but does not quote it. */
  check(where: string, text: string): void;
  /** Checks the contents of all files in a folder and below, except those whose names start with one of `except`. */
  checkFiles(folder: string, except?: readonly string[]): void;
}

/** Shorter ones, such as `Basic `, would be found everywhere. */
const SHORTEST = 8;

export function createSecrets(): Secrets {
  const secrets = new Map<string, string>();

  function check(where: string, has: (secret: string) => boolean): void {
    for (const [secret, what] of secrets) {
      ensure(!has(secret), () => `${where} should not contain ${what}.`);
    }
  }
  return {
    add(what, secret) {
      if (secret.length < SHORTEST) throw new Error(`${what} is too short to be searched for.`);
      secrets.set(secret, what);
    },
    check: (where, text) => check(where, (secret) => text.includes(secret)),
    checkFiles(folder, except = []) {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || except.some((name) => entry.name.startsWith(name))) continue;
        const file = join(entry.parentPath, entry.name);
        const content = readFileSync(file);
        check(file, (secret) => content.includes(secret));
      }
    },
  };
}
