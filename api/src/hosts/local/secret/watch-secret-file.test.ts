import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allOf, type RecordingLog, recordingLog } from '../../../kernel/testing/fakes.ts';
import { ConfigError } from '../../config.ts';
import { setPassword } from './change-users.ts';
import { createSecretFile } from './secret-file.ts';
import { type SecretFiles, secretFiles, watchSecretFile } from './watch-secret-file.ts';

const alice = { user: 'alice', password: 'strong-password' };

let folder: string;
let file: string;
let recording: RecordingLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-file-'));
  file = join(folder, 'secret.json');
  recording = recordingLog();
  createSecretFile(file, [alice]);
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a key that is added while the tracker is running takes effect at once', async () => {
  const { current } = watchSecretFile(file, recording.log);
  const before = await current();

  writeFileSync(file, JSON.stringify({ users: [alice], tvdb_api_key: 'added' }));

  expect(before.tvdb_api_key).toBe('');
  expect((await current()).tvdb_api_key).toBe('added');
  expect(recording.entries).toEqual([]);
});

test('a password that is changed while the tracker is running takes effect at once', async () => {
  const { current } = watchSecretFile(file, recording.log);
  await current();

  await setPassword(file, 'alice', 'other-password1');

  expect((await current()).users).toEqual([{ user: 'alice', password: 'other-password1' }]);
});

test('an unchanged file is not read again', async () => {
  const { current } = watchSecretFile(file, recording.log);

  expect(await current()).toBe(await current());
});

test('the known secret is the one that was read last', async () => {
  const { current, known } = watchSecretFile(file, recording.log);
  writeFileSync(file, JSON.stringify({ users: [] }));

  const before = await known();
  const after = await current();

  expect(before.users).toEqual([alice]);
  expect(await known()).toBe(after);
});

test('broken JSON is logged once without its content, and the last valid secret stays in use', async () => {
  const { current } = watchSecretFile(file, recording.log);

  writeFileSync(file, '{"users": [{"user": "alice", "password": "hunter2');
  const [first, second] = [await current(), await current()];

  expect(first.users).toEqual([alice]);
  expect(second.users).toEqual([alice]);
  expect(recording.entries.map(({ level, message }) => [level, message])).toEqual([
    ['error', `${file}: is not JSON, see line 1 column 50; the last valid secret stays in use`],
  ]);
  expect(allOf(recording.entries)).toContain(file);
  expect(allOf(recording.entries)).not.toContain('hunter2');
});

test('if the file gets another shape, the last valid secret stays in use', async () => {
  const { current } = watchSecretFile(file, recording.log);

  writeFileSync(file, JSON.stringify({ users: [{ user: 'alice', password: '' }] }));

  expect((await current()).users).toEqual([alice]);
  expect(allOf(recording.entries)).toContain('users[0].password: must not be empty');
});

test('a repaired file takes effect', async () => {
  const { current } = watchSecretFile(file, recording.log);
  writeFileSync(file, 'broken');
  await current();

  writeFileSync(file, JSON.stringify({ users: [{ user: 'bob', password: 'mended' }] }));

  expect((await current()).users).toEqual([{ user: 'bob', password: 'mended' }]);
  expect(recording.entries.map(({ level }) => level)).toEqual(['error', 'info']);
});

test('if the file is deleted, the last valid secret stays in use until it is back', async () => {
  const { current } = watchSecretFile(file, recording.log);

  rmSync(file);
  const without = await current();
  createSecretFile(file, [{ user: 'bob', password: 'back again' }]);

  expect(without.users).toEqual([alice]);
  expect((await current()).users).toEqual([{ user: 'bob', password: 'back again' }]);
});

describe('while the file cannot be read', () => {
  const bob = { user: 'bob', password: 'fake-password' };
  const using = 'the last valid secret stays in use';
  const failing = (code: string) => () => {
    throw Object.assign(new Error(`${code}: fake`), { code });
  };
  let files: SecretFiles;
  beforeEach(() => {
    files = { ...secretFiles };
  });
  const logged = () => recording.entries.map(({ level, message }) => [level, message]);
  const unreadable = (code: string) => [
    'error',
    `${file}: cannot be read (${code}); check the path and its permissions; ${using}`,
  ];

  test('the last valid secret stays in use, and a changed one takes effect once it can be read', async () => {
    const { current } = watchSecretFile(file, recording.log, files);
    writeFileSync(file, JSON.stringify({ users: [bob] }));

    files.read = failing('EMFILE');
    const without = [await current(), await current()];
    files.read = secretFiles.read;
    const after = [await current(), await current()];

    expect(without).toEqual([
      expect.objectContaining({ users: [alice] }),
      expect.objectContaining({ users: [alice] }),
    ]);
    expect(after).toEqual([{ users: [bob] }, { users: [bob] }]);
    expect(logged()).toEqual([
      unreadable('EMFILE'),
      ['info', `${file} is valid again; its secret is in use`],
    ]);
  });

  test('the log says so once for each cause, and that it is over', async () => {
    const { current } = watchSecretFile(file, recording.log, files);

    for (const code of ['ELOOP', 'EACCES', 'ELOOP', 'ELOOP']) {
      files.stat = failing(code);
      expect((await current()).users).toEqual([alice]);
    }
    files.stat = secretFiles.stat;
    await current();
    await current();
    files.stat = failing('ELOOP');
    await current();

    expect(logged()).toEqual([
      unreadable('ELOOP'),
      unreadable('EACCES'),
      ['info', `${file} is valid again; its secret is in use`],
      unreadable('ELOOP'),
    ]);
  });

  test('the tracker does not start', () => {
    files.stat = failing('ELOOP');

    expect(() => watchSecretFile(file, recording.log, files)).toThrow(
      new ConfigError(`${file}: cannot be read (ELOOP); check the path and its permissions`),
    );
  });
});

test.each([
  ['a pipe', 'not a regular file', () => execFileSync('mkfifo', [file])],
  ['a device', 'not a regular file', () => symlinkSync('/dev/zero', file)],
  ['larger than 1 MB', 'larger than 1 MB', () => writeFileSync(file, ' '.repeat(1024 * 1024 + 1))],
  ['not UTF-8', 'not UTF-8', () => writeFileSync(file, Buffer.from('{"users":[]} \xe9', 'latin1'))],
])(
  'a file that is %s is not read, and the last valid secret stays in use',
  async (_, cause, replace) => {
    const { current } = watchSecretFile(file, recording.log);

    rmSync(file);
    replace();

    expect((await current()).users).toEqual([alice]);
    expect(recording.entries.map(({ message }) => message)).toEqual([
      `${file}: cannot be read (${cause}); check the path and its permissions; the last valid secret stays in use`,
    ]);
  },
);

test('a file that other users can read causes a warning at the start', () => {
  chmodSync(file, 0o640);

  watchSecretFile(file, recording.log);

  expect(recording.entries).toEqual([
    { level: 'warn', message: expect.stringContaining(`chmod 600`), fields: {} },
  ]);
  expect(recording.entries[0]?.message).toContain(file);
});

test('a file that is invalid at the start is refused', () => {
  writeFileSync(file, '{');

  expect(() => watchSecretFile(file, recording.log)).toThrow(ConfigError);
});
