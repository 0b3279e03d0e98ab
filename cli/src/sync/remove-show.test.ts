import { linkSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Disk, disk } from '../disk/disk.ts';
import { lookBeneath } from '../media/beneath.ts';
import { createFolder, type Folder } from '../testing/folder.ts';
import { systemError, watchDisk } from '../testing/watch-disk.ts';
import { removeShow } from './remove-show.ts';
import type { FinishedShow } from './unfinished.ts';

/** A show whose videos are gone, as the scan saw it. */
async function emptied() {
  const folder = createFolder('Short/poster.jpg', 'Short/watched/E1.srt', 'Short/extras/none/');
  const path = folder.of('Short');
  const { sidecars } = await lookBeneath(path, {
    isGoing: () => false,
    isSidecar: () => true,
    otherwise: 'is not expected',
  });
  const show: FinishedShow = { path, sidecars };
  return { folder, show };
}

/** Removes a show; resolves with the sum of what was removed, and with what keeps its folder. */
async function remove(on: Disk, show: FinishedShow) {
  const sum = { files: 0, folders: 0, bytes: 0 };
  const keeper = await removeShow(on, show, ({ files, folders, bytes }) => {
    sum.files += files;
    sum.folders += folders;
    sum.bytes += bytes;
  });
  return { ...sum, keeper };
}

test('a folder goes with its sidecar files and the folders in it', async () => {
  const { folder, show } = await emptied();

  const removed = await remove(disk, show);

  // Each file holds its own name: 16 and 20 letters.
  expect(removed).toMatchObject({ files: 2, folders: 1, bytes: 36 });
  expect(folder.tree()).toStrictEqual([]);
});

test('a folder that is gone already is no trouble', async () => {
  const { folder, show } = await emptied();
  rmSync(show.path, { recursive: true });

  const removed = await remove(disk, show);

  expect(removed).toMatchObject({ files: 0, folders: 0, bytes: 0 });
  expect(folder.tree()).toStrictEqual([]);
});

test('what another run removes at the same time is no trouble', async () => {
  const { folder, show } = await emptied();
  const shared = watchDisk(disk, async (_step, path, act) => {
    rmSync(path, { recursive: true, force: true });
    await act();
  });

  const removed = await remove(shared, show);

  expect(removed).toMatchObject({ files: 0, folders: 0, bytes: 0 });
  expect(folder.tree()).toStrictEqual([]);
});

describe('a folder stays as it is', () => {
  const touch = (folder: Folder, file: string) => utimesSync(folder.of(file), 1, 1);

  test.each<[string, string, (folder: Folder) => void]>([
    ['a video', 'Short/E2.mkv', (folder) => folder.write('Short/E2.mkv')],
    ['a video deep in it', 'Short/a/b/E2.mkv', (folder) => folder.write('Short/a/b/E2.mkv')],
    ['a download', 'Short/E2.mkv.part', (folder) => folder.write('Short/E2.mkv.part')],
    ['a link', 'Short/link', (folder) => symlinkSync('nowhere', folder.of('Short/link'))],
    ['another sidecar file', 'Short/E2.srt', (folder) => folder.write('Short/E2.srt')],
    ['a changed one', 'Short/poster.jpg', (folder) => folder.write('Short/poster.jpg', 'new')],
    ['one of another time', 'Short/poster.jpg', (folder) => touch(folder, 'Short/poster.jpg')],
  ])('for the sake of %s that came meanwhile', async (_what, file, come) => {
    const { folder, show } = await emptied();
    come(folder);
    const before = folder.tree();

    const removed = await remove(disk, show);

    const keeper = { path: folder.of(file), reason: expect.any(String) };
    expect(removed).toStrictEqual({ files: 0, folders: 0, bytes: 0, keeper });
    expect(folder.tree()).toStrictEqual(before);
  });
});

test('a video that comes while the folder goes stays', async () => {
  const { folder, show } = await emptied();
  const late = watchDisk(disk, async (step, _path, act) => {
    if (step === 'removeFile') folder.write('Short/E2.mkv');
    await act();
  });

  const removing = remove(late, show);

  await expect(removing).rejects.toMatchObject({ code: 'ENOTEMPTY' });
  expect(folder.tree()).toStrictEqual(['Short/E2.mkv']);
});

test('a file that the system does not let go is told of', async () => {
  const { folder, show } = await emptied();
  const stubborn = watchDisk(disk, async (_step, path, act) => {
    if (path.endsWith('.srt')) throw systemError('EBUSY');
    await act();
  });

  const removing = remove(stubborn, show);

  await expect(removing).rejects.toMatchObject({ code: 'EBUSY' });
  expect(folder.tree()).toContain('Short/watched/E1.srt');
});

test('space that a file shares with another name of it is not free', async () => {
  const { folder, show: before } = await emptied();
  linkSync(folder.of('Short/poster.jpg'), folder.of('the same.jpg'));

  const { bytes } = await remove(disk, before);

  expect(bytes).toBe(20);
  expect(folder.tree()).toStrictEqual(['the same.jpg']);
});

test('a sidecar that changes while the folder goes stays, and what went is counted', async () => {
  const { folder, show } = await emptied();
  const files = show.sidecars.map(({ path }) => path);
  const meanwhile = watchDisk(disk, async (step, path, act) => {
    await act();
    const other = files.find((file) => file !== path);
    if (step === 'removeFile' && other !== undefined) writeFileSync(other, 'made with care');
  });

  const { files: removed, keeper } = await remove(meanwhile, show);

  expect(removed).toBe(1);
  expect(keeper?.reason).toBe('is new, or has changed');
  expect(folder.tree()).toContain(keeper?.path.slice(folder.path.length + 1));
});

test('a note that leads out of the folder removes nothing there', async () => {
  const { folder, show } = await emptied();
  folder.write('mine.srt');
  const noted = {
    ...show,
    sidecars: [...show.sidecars, { size: 8, mtimeMs: 0, path: folder.of('Short/../mine.srt') }],
  };

  await remove(disk, noted);

  expect(folder.tree()).toStrictEqual(['mine.srt']);
});
