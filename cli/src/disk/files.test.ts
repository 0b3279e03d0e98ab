import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { IS_WINDOWS } from '../testing/system.ts';
import { type FileIdentity, isSame, isStill, isThere, lookAt } from './files.ts';

const file: FileIdentity = { path: '/a/1.mkv', size: 10, mtimeMs: 20.5, ctimeMs: 30.5, ino: 40 };

describe('a file is the same', () => {
  test('if nothing differs', () => {
    expect(isSame(file, { ...file })).toBe(true);
  });

  test.each([
    ['path', { ...file, path: '/a/2.mkv' }],
    ['size', { ...file, size: 11 }],
    ['time of modification', { ...file, mtimeMs: 20.25 }],
    ['time of change', { ...file, ctimeMs: 31.5 }],
    ['inode', { ...file, ino: 41 }],
  ])('but not if its %s differs', (_what, other) => {
    expect(isSame(file, other)).toBe(false);
    expect(isSame(other, file)).toBe(false);
  });
});

describe('a file is still the same', () => {
  const before = { ...file, names: 2 };

  test.each([
    ['if nothing differs', before, true],
    ['if it has one hard link less', { ...before, names: 1, ctimeMs: 31 }, true],
    ['but not if it has changed in another way', { ...before, ctimeMs: 31 }, false],
    ['but not if it has one hard link more', { ...before, names: 3, ctimeMs: 31 }, false],
    [
      'but not if its content has changed too',
      { ...before, names: 1, ctimeMs: 31, size: 9 },
      false,
    ],
  ])('%s', (_when, now, expected) => {
    expect(isStill(now, before)).toBe(expected);
  });
});

describe('a look at a path', () => {
  test('finds a regular file with its size and hard links', async () => {
    const folder = createFolder('one.mkv');
    linkSync(folder.of('one.mkv'), folder.of('two.mkv'));

    const found = await lookAt(folder.of('one.mkv'));

    expect(found).toMatchObject({ path: folder.of('one.mkv'), size: 7, names: 2 });
    expect(found?.ino).toBe((await lookAt(folder.of('two.mkv')))?.ino);
  });

  test('does not find a folder, a link or a missing file', async () => {
    const folder = createFolder('one.mkv');
    mkdirSync(folder.of('folder'));
    symlinkSync('one.mkv', folder.of('link'));

    expect(await lookAt(folder.of('folder'))).toBeUndefined();
    expect(await lookAt(folder.of('link'))).toBeUndefined();
    expect(await lookAt(folder.of('nothing'))).toBeUndefined();
    expect(await isThere(folder.of('link'))).toBe(true);
    expect(await isThere(folder.of('nothing'))).toBe(false);
  });

  // Windows calls this path missing.
  if (!IS_WINDOWS) {
    test('rejects if the system refuses', async () => {
      const folder = createFolder('one.mkv');

      await expect(lookAt(folder.of('one.mkv/x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
      await expect(isThere(folder.of('one.mkv/x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    });
  }
});
