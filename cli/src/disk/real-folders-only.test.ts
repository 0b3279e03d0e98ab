import { renameSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { type Disk, disk } from './disk.ts';
import { realFolders } from './real-folders.ts';
import { realFoldersOnly } from './real-folders-only.ts';
import { walk } from './walk.ts';

const STEPS: Readonly<Record<string, (disk: Disk, of: (file: string) => string) => Promise<void>>> =
  {
    'removing a file': (on, of) => on.removeFile(of('in/file')),
    'removing a folder': (on, of) => on.removeEmptyFolder(of('in/empty')),
    'writing a file': (on, of) => on.writeNewFile(of('in/new'), Buffer.from('new'), 0o644),
    'deleting a file of our own': (on, of) => on.deleteOwnFile(of('in/file')),
    'adding to a file': (on, of) => on.append(of('in/file'), Buffer.from('more')),
    'renaming a file': (on, of) => on.rename(of('in/file'), of('in/renamed')),
    'renaming out of a folder': (on, of) => on.rename(of('in/file'), of('other/renamed')),
    'renaming into a folder': (on, of) => on.rename(of('other/file'), of('in/renamed')),
  };

/** A folder, and the disk for changes in it. */
async function scanned() {
  const folder = createFolder('in/file', 'in/empty/', 'other/file');
  const { folders } = await walk(folder.path);
  return { folder, safe: realFoldersOnly(disk, realFolders(folder.path, folders)) };
}

describe.each(Object.entries(STEPS))('%s', (_what, step) => {
  test('is done in a folder of the scan', async () => {
    const { folder, safe } = await scanned();
    const before = [folder.tree(), folder.read('in/file')];

    await step(safe, folder.of);

    const exists = folder.tree().includes('in/file');
    expect([folder.tree(), exists && folder.read('in/file')]).not.toStrictEqual(before);
  });

  test('is refused once the folder is a link', async () => {
    const { folder, safe } = await scanned();
    renameSync(folder.of('in'), folder.of('moved'));
    symlinkSync(folder.of('moved'), folder.of('in'));
    const before = folder.tree();

    await expect(step(safe, folder.of)).rejects.toThrow('its folder is not the one');

    expect(folder.tree()).toStrictEqual(before);
    expect(folder.read('moved/file')).toBe('in/file');
  });
});

test('a folder that is itself a link by now is not removed', async () => {
  const { folder, safe } = await scanned();
  renameSync(folder.of('in/empty'), folder.of('moved'));
  symlinkSync(folder.of('moved'), folder.of('in/empty'));

  await expect(safe.removeEmptyFolder(folder.of('in/empty'))).rejects.toThrow('its folder');
});

test('the trash is that of the disk', () => {
  const folders = { isStillReal: async () => true };

  expect(realFoldersOnly({ ...disk, hasTrash: true }, folders).hasTrash).toBe(true);
  expect(realFoldersOnly(disk, folders).hasTrash).toBe(false);
});
