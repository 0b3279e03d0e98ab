import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { allOf, type RecordingLog, recordingLog } from '../../../kernel/testing/fakes.ts';
import { ConfigError } from '../../config.ts';
import { createSecretFile, setPassword } from '../secret-file.ts';
import { watchSecretFile } from './watch-secret-file.ts';

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

test('a key that is put into the file while the tracker runs counts at once', async () => {
  const { current } = watchSecretFile(file, recording.log);
  const before = await current();

  writeFileSync(file, JSON.stringify({ users: [alice], tvdb_api_key: 'added' }));

  expect(before.tvdb_api_key).toBe('');
  expect((await current()).tvdb_api_key).toBe('added');
  expect(recording.entries).toEqual([]);
});

test('a password that is changed while the tracker runs counts at once', async () => {
  const { current } = watchSecretFile(file, recording.log);
  await current();

  await setPassword(file, 'alice', 'other-password1');

  expect((await current()).users).toEqual([{ user: 'alice', password: 'other-password1' }]);
});

test('a file that stays is not read again', async () => {
  const { current } = watchSecretFile(file, recording.log);

  expect(await current()).toBe(await current());
});

test('what is known is what was current last', async () => {
  const { current, known } = watchSecretFile(file, recording.log);
  writeFileSync(file, JSON.stringify({ users: [] }));

  const before = await known();
  const after = await current();

  expect(before.users).toEqual([alice]);
  expect(await known()).toBe(after);
});

test('a file that breaks is logged once without its content, and its last good state stays', async () => {
  const { current } = watchSecretFile(file, recording.log);

  writeFileSync(file, '{"users": [{"user": "alice", "password": "hunter2');
  const [first, second] = [await current(), await current()];

  expect(first.users).toEqual([alice]);
  expect(second.users).toEqual([alice]);
  expect(recording.entries.map(({ level, message }) => [level, message])).toEqual([
    [
      'error',
      `${file}: is not JSON, see line 1 column 50; what the secret file held before stays in force`,
    ],
  ]);
  expect(allOf(recording.entries)).toContain(file);
  expect(allOf(recording.entries)).not.toContain('hunter2');
});

test('a file that breaks in its shape keeps the last good state too', async () => {
  const { current } = watchSecretFile(file, recording.log);

  writeFileSync(file, JSON.stringify({ users: [{ user: 'alice', password: '' }] }));

  expect((await current()).users).toEqual([alice]);
  expect(allOf(recording.entries)).toContain('users[0].password: must not be empty');
});

test('a file that is mended counts again', async () => {
  const { current } = watchSecretFile(file, recording.log);
  writeFileSync(file, 'broken');
  await current();

  writeFileSync(file, JSON.stringify({ users: [{ user: 'bob', password: 'mended' }] }));

  expect((await current()).users).toEqual([{ user: 'bob', password: 'mended' }]);
  expect(recording.entries).toHaveLength(1);
});

test('a file that is deleted leaves the last good state, and one that comes back counts', async () => {
  const { current } = watchSecretFile(file, recording.log);

  rmSync(file);
  const without = await current();
  createSecretFile(file, [{ user: 'bob', password: 'back again' }]);

  expect(without.users).toEqual([alice]);
  expect((await current()).users).toEqual([{ user: 'bob', password: 'back again' }]);
});

test('a file that others can read is warned about at the start', () => {
  chmodSync(file, 0o640);

  watchSecretFile(file, recording.log);

  expect(recording.entries).toEqual([
    { level: 'warn', message: expect.stringContaining(`chmod 600`), fields: {} },
  ]);
  expect(recording.entries[0]?.message).toContain(file);
});

test('a file that is wrong at the start is refused', () => {
  writeFileSync(file, '{');

  expect(() => watchSecretFile(file, recording.log)).toThrow(ConfigError);
});
