import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disk } from '../disk/disk.ts';
import { IS_WINDOWS } from '../testing/system.ts';
import { readLogin, saveLogin } from './saved-login.ts';

const account = { address: 'http://127.0.0.1:8080', user: 'やまだ', password: 'пароль-🔑:fake' };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'immersion-login-'));
  file = join(folder, 'of', 'nobody', 'login.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** On Windows, others cannot read it since it is in the person's own folder. */
function expectMode(path: string, mode: number): void {
  if (!IS_WINDOWS) expect(statSync(path).mode & 0o777).toBe(mode);
}

test('a saved login can be read again, but only by its owner', async () => {
  await saveLogin(disk, file, account);

  expect(await readLogin(file)).toEqual(account);
  expectMode(file, 0o600);
  expectMode(join(file, '..'), 0o700);
});

test('a login replaces another one, even one that others could read', async () => {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '{}', { mode: 0o644 });

  await saveLogin(disk, file, account);

  expect(await readLogin(file)).toEqual(account);
  expectMode(file, 0o600);
  expect(readdirSync(join(file, '..'))).toEqual(['login.json']);
});

test('a login that was never saved is undefined', async () => {
  expect(await readLogin(file)).toBeUndefined();
});

test.each(['', 'null', '{"address":"http://a"}', '{"password":"fake-quoted'])(
  'a file with the content %j is reported as broken, without quoting it',
  async (content) => {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);

    const reading = readLogin(file);

    await expect(reading).rejects.toThrow('Run: immersion login');
    await expect(reading).rejects.not.toThrow('fake-quoted');
  },
);

test('a file that cannot be written is an error', async () => {
  writeFileSync(join(folder, 'of'), 'a file where a folder should be');

  await expect(saveLogin(disk, file, account)).rejects.toThrow('was not saved');
});

test('a folder that the system refuses to make is an error at once', async () => {
  const nowhere = IS_WINDOWS ? 'Q:\\nope\\login.json' : '/proc/nope/immersion-tracker/login.json';

  await expect(saveLogin(disk, nowhere, account)).rejects.toThrow('was not saved');
});
