import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { type Disk, disk } from './disk.ts';
import type { FolderIdentity } from './folders.ts';
import { realFolders, realFoldersOnly } from './real-folders.ts';
import { walk } from './walk.ts';

/** A folder with these files, and a disk that is limited to it. */
async function scanned(...files: readonly string[]) {
  const folder = createFolder(...files);
  const { folders } = await walk(folder.path);
  const isStillReal = realFolders(folder.path, folders);
  return { folder, folders, isStillReal, safe: realFoldersOnly(disk, isStillReal) };
}
const scannedShow = () => scanned('shows/A/watched/1.mkv');

test('folders that have not changed since the scan are real', async () => {
  const { folder, isStillReal } = await scannedShow();

  for (const path of ['', 'shows', 'shows/A', 'shows/A/watched']) {
    expect(await isStillReal(folder.of(path))).toBe(true);
  }
});

describe('a folder stops being real', () => {
  test.each(['shows', 'shows/A', 'shows/A/watched'])(
    'once %s is a link, even to the moved folder',
    async (moved) => {
      const { folder, isStillReal } = await scannedShow();
      renameSync(folder.of(moved), folder.of('elsewhere'));
      symlinkSync(folder.of('elsewhere'), folder.of(moved));

      expect(await isStillReal(folder.of('shows/A/watched'))).toBe(false);
      expect(await isStillReal(folder.path)).toBe(true);
    },
  );

  test('once a folder above it was replaced by another one', async () => {
    const { folder, isStillReal } = await scannedShow();
    renameSync(folder.of('shows'), folder.of('before'));
    mkdirSync(folder.of('shows'));
    renameSync(folder.of('before/A'), folder.of('shows/A'));

    expect(await isStillReal(folder.of('shows/A'))).toBe(false);
  });

  test('if it did not exist during the scan', async () => {
    const { folder, isStillReal } = await scannedShow();
    mkdirSync(folder.of('shows/A/new'));

    expect(await isStillReal(folder.of('shows/A/new'))).toBe(false);
  });

  test('if it is on another device', async () => {
    const { folder, folders } = await scannedShow();
    const onAnother = (one: FolderIdentity) => ({ ...one, dev: one.dev + 1n });

    expect(await realFolders(folder.path, folders.map(onAnother))(folder.path)).toBe(false);
  });
});

test('a folder outside the root is never real', async () => {
  const { folder, folders } = await scannedShow();

  expect(await realFolders(folder.of('shows'), folders)(folder.path)).toBe(false);
});

test('for a folder that is gone, the error of the system is passed on', async () => {
  const { folder, isStillReal } = await scannedShow();
  rmSync(folder.of('shows/A'), { recursive: true });

  await expect(isStillReal(folder.of('shows/A'))).rejects.toMatchObject({ code: 'ENOENT' });
});

const STEPS: Readonly<Record<string, (disk: Disk, of: (file: string) => string) => Promise<void>>> =
  {
    'removing a file': (on, of) => on.removeFile(of('in/file')),
    'removing a folder': (on, of) => on.removeEmptyFolder(of('in/empty')),
    'writing a file': (on, of) => on.writeNewFile(of('in/new'), Buffer.from('new'), 0o644),
    "deleting one of the client's own files": (on, of) => on.deleteOwnFile(of('in/file')),
    'adding to a file': (on, of) => on.append(of('in/file'), Buffer.from('more')),
    'renaming a file': (on, of) => on.rename(of('in/file'), of('in/renamed')),
    'renaming out of a folder': (on, of) => on.rename(of('in/file'), of('other/renamed')),
    'renaming into a folder': (on, of) => on.rename(of('other/file'), of('in/renamed')),
  };

const scannedFolders = () => scanned('in/file', 'in/empty/', 'other/file');

describe.each(Object.entries(STEPS))('%s', (_what, step) => {
  test('is possible in a scanned folder', async () => {
    const { folder, safe } = await scannedFolders();
    const before = [folder.tree(), folder.read('in/file')];

    await step(safe, folder.of);

    const exists = folder.tree().includes('in/file');
    expect([folder.tree(), exists && folder.read('in/file')]).not.toStrictEqual(before);
  });

  test('is refused once the folder is a link', async () => {
    const { folder, safe } = await scannedFolders();
    renameSync(folder.of('in'), folder.of('moved'));
    symlinkSync(folder.of('moved'), folder.of('in'));
    const before = folder.tree();

    await expect(step(safe, folder.of)).rejects.toThrow('its folder was moved or replaced');

    expect(folder.tree()).toStrictEqual(before);
    expect(folder.read('moved/file')).toBe('in/file');
  });
});

test('a folder that has become a link is not removed', async () => {
  const { folder, safe } = await scannedFolders();
  renameSync(folder.of('in/empty'), folder.of('moved'));
  symlinkSync(folder.of('moved'), folder.of('in/empty'));

  await expect(safe.removeEmptyFolder(folder.of('in/empty'))).rejects.toThrow('its folder');
});

test('the limited disk has a trash if the disk has one', () => {
  const isStillReal = async () => true;

  expect(realFoldersOnly({ ...disk, hasTrash: true }, isStillReal).hasTrash).toBe(true);
  expect(realFoldersOnly(disk, isStillReal).hasTrash).toBe(false);
});
