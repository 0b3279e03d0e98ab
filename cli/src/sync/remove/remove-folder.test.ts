import { rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Disk, disk } from '../../disk/disk.ts';
import { walk } from '../../disk/walk.ts';
import { createFolder, type Folder } from '../../testing/folder.ts';
import { watchDisk } from '../../testing/watch-disk.ts';
import { type EmptiedFolder, removeFolder } from './remove-folder.ts';

/** A show's folder, as the scan saw it, whose videos are gone. */
async function emptied() {
  const folder = createFolder('Short/poster.jpg', 'Short/watched/E1.srt', 'Short/extras/none/');
  const path = folder.of('Short');
  const { files: sidecars, folders } = await walk(path);
  const show: EmptiedFolder = {
    path,
    sidecars,
    folders: folders.map((one) => one.path).filter((one) => one !== path),
  };
  return { folder, show };
}

const remove = (on: Disk, show: EmptiedFolder) =>
  removeFolder({ disk: on, signal: new AbortController().signal }, show);

test('a folder is removed with its sidecar files and the folders in it', async () => {
  const { folder, show } = await emptied();

  const removed = await remove(disk, show);

  // Each file contains its own path: 16 and 20 bytes.
  expect(removed).toMatchObject({ files: 2, isGone: true, bytes: 36 });
  expect(folder.tree()).toStrictEqual([]);
});

test('a folder that is already gone is not an error', async () => {
  const { folder, show } = await emptied();
  rmSync(show.path, { recursive: true });

  const removed = await remove(disk, show);

  expect(removed).toMatchObject({ files: 0, isGone: false, bytes: 0 });
  expect(folder.tree()).toStrictEqual([]);
});

test('a folder that another run removes at the same time is not an error', async () => {
  const { folder, show } = await emptied();
  const shared = watchDisk(disk, async (_step, path, act) => {
    rmSync(path, { recursive: true, force: true });
    await act();
  });

  const removed = await remove(shared, show);

  expect(removed).toMatchObject({ files: 0, isGone: false, bytes: 0 });
  expect(folder.tree()).toStrictEqual([]);
});

describe('a folder stays as it is because of', () => {
  const touch = (folder: Folder, file: string) => utimesSync(folder.of(file), 1, 1);

  test.each<[string, string, (folder: Folder) => void]>([
    ['a video', 'Short/E2.mkv', (folder) => folder.write('Short/E2.mkv')],
    ['a video deep in it', 'Short/a/b/E2.mkv', (folder) => folder.write('Short/a/b/E2.mkv')],
    ['a download', 'Short/E2.mkv.part', (folder) => folder.write('Short/E2.mkv.part')],
    ['an empty folder', 'Short/new', (folder) => folder.write('Short/new/')],
    ['a link', 'Short/link', (folder) => symlinkSync('nowhere', folder.of('Short/link'))],
    ['another sidecar file', 'Short/E2.srt', (folder) => folder.write('Short/E2.srt')],
    [
      'a changed sidecar file',
      'Short/poster.jpg',
      (folder) => folder.write('Short/poster.jpg', 'new'),
    ],
    [
      'a sidecar file with another time',
      'Short/poster.jpg',
      (folder) => touch(folder, 'Short/poster.jpg'),
    ],
  ])('%s that appeared after the scan', async (_what, file, come) => {
    const { folder, show } = await emptied();
    come(folder);
    const before = folder.tree();

    const removed = await remove(disk, show);

    expect(removed).toMatchObject({ files: 0, isGone: false, bytes: 0, refused: [] });
    expect(removed.blockers).toContainEqual(
      expect.objectContaining({ path: folder.of(file), reason: expect.any(String) }),
    );
    expect(folder.tree()).toStrictEqual(before);
  });
});

test('a video that appears while the folder is removed stays', async () => {
  const { folder, show } = await emptied();
  const late = watchDisk(disk, async (step, _path, act) => {
    if (step === 'removeFile') folder.write('Short/E2.mkv');
    await act();
  });

  const { refused } = await remove(late, show);

  expect(refused).toStrictEqual([{ path: show.path, reason: 'could not be deleted (ENOTEMPTY)' }]);
  expect(folder.tree()).toStrictEqual(['Short/E2.mkv']);
});

test('a sidecar file that changes while the folder is removed stays, and removed files are counted', async () => {
  const { folder, show } = await emptied();
  const files = show.sidecars.map(({ path }) => path);
  const meanwhile = watchDisk(disk, async (step, path, act) => {
    await act();
    const other = files.find((file) => file !== path);
    if (step === 'removeFile' && other !== undefined) writeFileSync(other, 'made with care');
  });

  const { files: removed, blockers, refused } = await remove(meanwhile, show);

  expect([removed, refused]).toStrictEqual([1, []]);
  expect(blockers.map(({ reason }) => reason)).toStrictEqual(['is new or has changed']);
  expect(folder.tree()).toContain(folder.within(blockers[0]?.path ?? ''));
});
