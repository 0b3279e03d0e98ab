import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFolder } from '../../testing/folder.ts';
import { readLength } from './read-length.ts';
import { writeVideo } from './testing/write-video.ts';

const LONG_ENOUGH_MS = 60_000;

/** The head of a Matroska file with room for the rest, as a download makes it that has just begun. */
const PREALLOCATED = Buffer.concat([
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282886d6174726f736b61', 'hex'),
  Buffer.from('42878104428581021853806701ffffffffffffff', 'hex'),
  Buffer.alloc(100),
]);

test('a file that never finishes is given up, and the next one is read', async () => {
  const folder = createFolder();
  writeFileSync(folder.of('1.mkv'), PREALLOCATED);
  await writeVideo(folder.of('2.mkv'), 1440);
  const { signal } = new AbortController();

  expect(await readLength(folder.of('1.mkv'), 500, signal)).toBeUndefined();
  expect(await readLength(folder.of('2.mkv'), LONG_ENOUGH_MS, signal)).toBe(1440);
  expect(await readLength(folder.of('2.mkv'), LONG_ENOUGH_MS, signal)).toBe(1440);
});

test('reading stops as soon as the program has to', async () => {
  const folder = createFolder();
  writeFileSync(folder.of('1.mkv'), PREALLOCATED);
  const stop = new AbortController();

  const reading = readLength(folder.of('1.mkv'), LONG_ENOUGH_MS, stop.signal);
  stop.abort(new Error('stopped'));

  await expect(reading).rejects.toThrow('stopped');
});
