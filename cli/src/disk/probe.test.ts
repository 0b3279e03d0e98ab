import { mkdirSync, renameSync, utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { type FoundFile, lookAt } from './files.ts';
import { writeVideo } from './lengths/testing/write-video.ts';
import { probe } from './probe.ts';

const OLD = Date.parse('2015-03-01T12:00:00Z');
const FILE: FoundFile = {
  ...{ path: '/01.mkv', size: 1, ino: 1, names: 1 },
  ...{ mtimeMs: OLD, ctimeMs: OLD + 5 },
};

test('a file was moved when it was really moved, whenever its content was written', async () => {
  const folder = createFolder('01.mkv');
  utimesSync(folder.of('01.mkv'), OLD / 1000, OLD / 1000);
  mkdirSync(folder.of('watched'));
  const copied = await lookAt(folder.of('01.mkv'));
  // File systems may have a clock that ticks only every few milliseconds.
  const tick = async () => {
    folder.write('tick');
    return (await lookAt(folder.of('tick')))?.ctimeMs ?? 0;
  };
  let before = await tick();
  while (before <= (copied?.ctimeMs ?? 0)) before = await tick();

  renameSync(folder.of('01.mkv'), folder.of('watched/01.mkv'));

  const moved = await lookAt(folder.of('watched/01.mkv'));
  if (moved === undefined) throw new Error('the file is gone');
  expect(probe.movedAt(moved)).toBeGreaterThanOrEqual(before);
  expect(moved.mtimeMs).toBe(OLD);
});

test.each([
  ['on exFAT, whose only time has 10 ms', OLD + 120, undefined],
  ['on FAT, whose only time has 2 s', OLD + 2000, undefined],
  ['by a download straight into the folder', OLD + 0.1234, OLD + 0.1234],
])('a file whose times are equal %s', (_, time, moved) => {
  expect(probe.movedAt({ ...FILE, mtimeMs: time, ctimeMs: time })).toBe(moved);
});

test('a length is read from the file', async () => {
  const folder = createFolder();
  await writeVideo(folder.of('01.mkv'), 1440);

  expect(await probe.lengthOf(folder.of('01.mkv'), new AbortController().signal)).toBe(1440);
});
