import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { disk } from '../disk/disk.ts';
import { createFolder } from '../testing/folder.ts';
import { systemError, watchDisk } from '../testing/watch-disk.ts';
import { type FinishedShow, readUnfinished, writeUnfinished } from './unfinished.ts';

const NOTE = '.immersion-clean-up.json';

function showIn(root: string, folder: string): FinishedShow {
  const path = `${root}/shows/${folder}`;
  const file = { size: 3, mtimeMs: 1_763_820_000_123.25 };
  return { path, sidecars: [{ path: `${path}/watched/E1.srt`, ...file }] };
}

test('what is noted is read again, exactly', async () => {
  const { path: root } = createFolder('shows/葬送のフリーレン/', 'shows/a/');
  const shows = [showIn(root, '葬送のフリーレン'), { path: `${root}/shows/a`, sidecars: [] }];

  await writeUnfinished(disk, root, shows);

  expect(await readUnfinished(root)).toStrictEqual(shows);
});

test('a media folder that was moved takes its note along', async () => {
  const [before, after] = [createFolder('shows/a/'), createFolder()];
  await writeUnfinished(disk, before.path, [showIn(before.path, 'a')]);

  await cp(before.path, after.path, { recursive: true });

  expect(await readUnfinished(after.path)).toStrictEqual([showIn(after.path, 'a')]);
});

test('the note is of the latest run, and only its owner can read it', async () => {
  const folder = createFolder('shows/a/', 'shows/b/');

  await writeUnfinished(disk, folder.path, [showIn(folder.path, 'a')]);
  await writeUnfinished(disk, folder.path, [showIn(folder.path, 'b')]);

  expect(await readUnfinished(folder.path)).toStrictEqual([showIn(folder.path, 'b')]);
  expect(statSync(folder.of(NOTE)).mode & 0o777).toBe(0o600);
});

test('with nothing to note there is no note', async () => {
  const folder = createFolder();
  await writeUnfinished(disk, folder.path, [showIn(folder.path, 'a')]);

  await writeUnfinished(disk, folder.path, []);
  await writeUnfinished(disk, folder.path, []);

  expect(folder.tree()).toStrictEqual([]);
  expect(await readUnfinished(folder.path)).toStrictEqual([]);
});

test.each([
  ['is cut off', '{"shows":[{"folder":"a","sidecars":['],
  ['is something else', '["a"]'],
  ['is binary', '\0\u0001'],
  ['leads out of the shows', '{"shows":[{"folder":"..","sidecars":[]}]}'],
  ['leads to another place', '{"shows":[{"folder":"a/b","sidecars":[]}]}'],
  ['leads to all shows', '{"shows":[{"folder":".","sidecars":[]}]}'],
  ['leads nowhere', '{"shows":[{"folder":"","sidecars":[]}]}'],
])('a note that %s counts for nothing', async (_what, content) => {
  const folder = createFolder();
  folder.write(NOTE, content);

  expect(await readUnfinished(folder.path)).toStrictEqual([]);
});

test('a full disk only costs the note', async () => {
  const folder = createFolder();
  const fullDisk = watchDisk(disk, async (step, _path, act) => {
    if (step === 'writeNewFile') throw systemError('ENOSPC');
    await act();
  });

  await writeUnfinished(fullDisk, folder.path, [showIn(folder.path, 'a')]);

  expect(folder.tree()).toStrictEqual([]);
});

test('what is no fault of the disk is told', async () => {
  const folder = createFolder();
  const broken = watchDisk(disk, async () => {
    throw new TypeError('a bug');
  });

  const writing = writeUnfinished(broken, folder.path, [showIn(folder.path, 'a')]);

  await expect(writing).rejects.toThrow('a bug');
});

test('a show that is a link by now, or whose parent is one, is left out', async () => {
  const folder = createFolder('shows/a/', 'shows/b/', 'elsewhere/');
  await writeUnfinished(disk, folder.path, [showIn(folder.path, 'a'), showIn(folder.path, 'b')]);
  rmSync(folder.of('shows/a'), { recursive: true });
  symlinkSync(folder.of('elsewhere'), folder.of('shows/a'));

  const oneLinked = await readUnfinished(folder.path);
  renameSync(folder.of('shows'), folder.of('moved'));
  symlinkSync(folder.of('moved'), folder.of('shows'));
  const allLinked = await readUnfinished(folder.path);

  expect(oneLinked).toStrictEqual([showIn(folder.path, 'b')]);
  expect(allLinked).toStrictEqual([]);
});
