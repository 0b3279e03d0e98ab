import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFolder, type Folder } from '../testing/folder.ts';
import type { FolderIdentity } from './folders.ts';
import { type RealFolders, realFolders } from './real-folders.ts';
import { walk } from './walk.ts';

async function scanned(): Promise<{ folder: Folder; known: RealFolders }> {
  const folder = createFolder('shows/A/watched/1.mkv');
  const { folders } = await walk(folder.path);
  return { folder, known: realFolders(folder.path, folders) };
}

test('folders are real as long as nobody touches them', async () => {
  const { folder, known } = await scanned();

  for (const path of ['', 'shows', 'shows/A', 'shows/A/watched']) {
    expect(await known.isStillReal(folder.of(path))).toBe(true);
  }
});

describe('a folder is not real any more', () => {
  test.each(['shows', 'shows/A', 'shows/A/watched'])(
    'once %s is a link, even to where it was moved',
    async (moved) => {
      const { folder, known } = await scanned();
      renameSync(folder.of(moved), folder.of('elsewhere'));
      symlinkSync(folder.of('elsewhere'), folder.of(moved));

      expect(await known.isStillReal(folder.of('shows/A/watched'))).toBe(false);
      expect(await known.isStillReal(folder.path)).toBe(true);
    },
  );

  test('once another folder has taken the place of one above it', async () => {
    const { folder, known } = await scanned();
    renameSync(folder.of('shows'), folder.of('before'));
    mkdirSync(folder.of('shows'));
    renameSync(folder.of('before/A'), folder.of('shows/A'));

    expect(await known.isStillReal(folder.of('shows/A'))).toBe(false);
  });

  test('if it was not there at the scan', async () => {
    const { folder, known } = await scanned();
    mkdirSync(folder.of('shows/A/new'));

    expect(await known.isStillReal(folder.of('shows/A/new'))).toBe(false);
  });

  test('if it is on another device', async () => {
    const { folder } = await scanned();
    const { folders } = await walk(folder.path);
    const onAnother = (one: FolderIdentity) => ({ ...one, dev: one.dev + 1n });

    expect(await realFolders(folder.path, folders.map(onAnother)).isStillReal(folder.path)).toBe(
      false,
    );
  });
});

test('a folder outside the root is never real', async () => {
  const { folder } = await scanned();
  const { folders } = await walk(folder.path);
  const known = realFolders(folder.of('shows'), folders);

  expect(await known.isStillReal(folder.path)).toBe(false);
});

test('what is gone is told as the system tells it', async () => {
  const { folder, known } = await scanned();
  rmSync(folder.of('shows/A'), { recursive: true });

  await expect(known.isStillReal(folder.of('shows/A'))).rejects.toMatchObject({ code: 'ENOENT' });
});
