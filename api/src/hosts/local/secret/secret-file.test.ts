import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providerKeys } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError } from '../../config.ts';
import { createSecretFile, randomPassword, randomUser, readSecretFile } from './secret-file.ts';

const alice = { user: 'alice', password: 'strong-password' };

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-file-'));
  file = join(folder, 'secret.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;
const write = (content: unknown) => writeFileSync(file, JSON.stringify(content));
const content = (): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The message of the `ConfigError` that `work` throws. */
function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('expected a ConfigError');
}

describe('a created secret file', () => {
  test('is private to its owner and has an entry for every key', () => {
    createSecretFile(file, [alice]);

    expect(modeOf(file)).toBe(0o600);
    expect(content()).toEqual({
      users: [alice],
      ...Object.fromEntries(providerKeys.map((key) => [key, ''])),
    });
    expect(readFileSync(file, 'utf8').endsWith('}\n')).toBe(true);
  });

  test('does not replace an existing one', () => {
    createSecretFile(file, [alice]);

    const problem = problemOf(() => createSecretFile(file, []));

    expect(problem).toBe(`${file}: cannot be created (EEXIST); check the path and its permissions`);
    expect(readSecretFile(file).users).toEqual([alice]);
  });

  test('is refused if its folder is missing', () => {
    const nowhere = join(folder, 'missing', 'secret.json');

    const problem = problemOf(() => createSecretFile(nowhere, [alice]));

    expect(problem).toBe(
      `${nowhere}: cannot be created (ENOENT); check the path and its permissions`,
    );
  });

  test('has one user with a random password that is safe in any shell', () => {
    const first = randomUser();
    const second = randomUser();

    expect(first.user).toBe('learner');
    expect(first.password).toMatch(/^[\w-]{20}$/);
    expect(second.password).not.toBe(first.password);
    expect(randomPassword()).not.toBe(randomPassword());
  });
});

describe('a secret file', () => {
  test('is read with the keys that it has', () => {
    write({ users: [alice], tvdb_api_key: 'key', note: 'mine' });

    expect(readSecretFile(file)).toEqual({ users: [alice], tvdb_api_key: 'key' });
  });

  test.each([
    ['without users', {}, 'users: '],
    [
      'with an empty password',
      { users: [alice, { user: 'b', password: '' }] },
      'users[1].password: ',
    ],
    ['with a key that is not a string', { users: [], tvdb_api_key: 1 }, 'tvdb_api_key: '],
    ['that is a list', [], 'content: '],
  ])('%s is refused with file and place', (_, secret, place) => {
    write(secret);

    expect(problemOf(() => readSecretFile(file))).toContain(`${file}: ${place}`);
  });

  test('is refused with a list of all its problems', () => {
    write({ users: [{ user: '', password: '' }], tvdb_api_key: 1 });

    const lines = problemOf(() => readSecretFile(file)).split('\n');

    expect(lines).toHaveLength(3);
    expect(lines.every((line) => line.startsWith(`${file}: `))).toBe(true);
  });

  test('is refused if it does not exist or is not JSON', () => {
    expect(problemOf(() => readSecretFile(file))).toBe(
      `${file}: cannot be read (ENOENT); check the path and its permissions`,
    );

    writeFileSync(file, '{"users": [{\n"user": "hunter2');

    expect(problemOf(() => readSecretFile(file))).toBe(
      `${file}: is not JSON, see line 2 column 17`,
    );
  });

  test('is never quoted when it is refused', () => {
    const wrong = fc.oneof(
      fc.constantFrom({ users: 'hunter2' }, { users: [{ user: 'a:hunter2', password: 1 }] }),
      fc.constantFrom({ users: [{ user: 'a', password: 'scrypt$hunter2' }] }, ['hunter2']),
      fc.record({ users: fc.constant([]), tvdb_api_key: fc.constant(['hunter2']) }),
    );
    const cut = fc.tuple(wrong, fc.nat({ max: 80 }));
    fc.assert(
      fc.property(cut, ([secret, length]) => {
        const text = JSON.stringify(secret);
        writeFileSync(file, text.slice(0, Math.max(1, length)));

        const problem = problemOf(() => readSecretFile(file));

        expect(problem).toContain(file);
        expect(problem).not.toContain('hunter');
      }),
    );
  });
});
