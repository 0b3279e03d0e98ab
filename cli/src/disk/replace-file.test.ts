import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { systemError, watchDisk } from '../testing/watch-disk.ts';
import { type Disk, disk } from './disk.ts';
import { deleteDrafts, replaceFile } from './replace-file.ts';

const NEW = Buffer.from('new content');
const DRAFT = '.watched.txt.immersion-draft-6d24e08e-40f5-43a9-9adc-00ac63099e08';

test('a file gets new content and permissions, and no draft is left', async () => {
  const folder = createFolder('watched.txt');

  const replaced = await replaceFile(disk, folder.of('watched.txt'), NEW, 0o666);

  expect(replaced).toBe(true);
  expect(folder.read('watched.txt')).toBe('new content');
  expect(statSync(folder.of('watched.txt')).mode & 0o777).toBe(0o666);
  expect(folder.tree()).toStrictEqual(['watched.txt']);
});

test('the file stays as it was if the caller decides against the new content', async () => {
  const folder = createFolder('watched.txt');

  const replaced = await replaceFile(disk, folder.of('watched.txt'), NEW, 0o644, async () => false);

  expect(replaced).toBe(false);
  expect(folder.read('watched.txt')).toBe('watched.txt');
  expect(folder.tree()).toStrictEqual(['watched.txt']);
});

test('after each step the file has either the old or the new content', async () => {
  const folder = createFolder('watched.txt');
  const seen: string[] = [];
  const watched = watchDisk(disk, async (step, _path, act) => {
    await act();
    seen.push(`${step}: ${folder.read('watched.txt')}`);
  });

  await replaceFile(watched, folder.of('watched.txt'), NEW, 0o644);

  expect(seen).toStrictEqual(['writeNewFile: watched.txt', 'rename: new content']);
});

test('a draft that another client deleted is written again', async () => {
  const folder = createFolder('watched.txt');
  let left = 2;
  const shared = watchDisk(disk, async (step, _path, act) => {
    if (step === 'rename' && left-- > 0) await deleteDrafts(disk, folder.of('watched.txt'));
    await act();
  });

  expect(await replaceFile(shared, folder.of('watched.txt'), NEW, 0o644)).toBe(true);

  expect(folder.read('watched.txt')).toBe('new content');
  expect(folder.tree()).toStrictEqual(['watched.txt']);
});

test('a file whose folder is gone cannot be replaced', async () => {
  const folder = createFolder();

  const replacing = replaceFile(disk, folder.of('gone/watched.txt'), NEW, 0o644);

  await expect(replacing).rejects.toMatchObject({ code: 'ENOENT' });
});

describe('the old file stays without a draft, and the error is passed on, if', () => {
  const fullDisk: Disk = {
    ...disk,
    async writeNewFile(path, content, mode) {
      await disk.writeNewFile(path, content.subarray(0, 3), mode);
      throw systemError('ENOSPC');
    },
  };
  const stubborn = watchDisk(disk, async (step, _path, act) => {
    if (step === 'rename') throw systemError('EACCES');
    await act();
  });

  test.each([
    ['the disk is full', fullDisk, 'ENOSPC'],
    ['the file must not be replaced', stubborn, 'EACCES'],
  ])('%s', async (_where, faulty, code) => {
    const folder = createFolder('watched.txt');

    const replacing = replaceFile(faulty, folder.of('watched.txt'), NEW, 0o644);

    await expect(replacing).rejects.toMatchObject({ code });
    expect(folder.read('watched.txt')).toBe('watched.txt');
    expect(folder.tree()).toStrictEqual(['watched.txt']);
  });
});

describe('drafts of a file from interrupted runs', () => {
  test('are deleted, but not files that only resemble them, or drafts of other files', async () => {
    const others = [
      '.watched.txt',
      '.watched.txt.immersion-draft-of-mine',
      DRAFT.slice(1),
      `${DRAFT}.bak`,
      `shows/${DRAFT}`,
      `.${DRAFT}`,
      'watched.txt',
    ];
    const folder = createFolder(DRAFT, ...others);

    await deleteDrafts(disk, folder.of('watched.txt'));

    expect(folder.tree()).toStrictEqual(others.toSorted());
  });

  test('that cannot be deleted are not an error, and neither is a folder that cannot be read', async () => {
    const folder = createFolder(DRAFT);
    const readOnly = watchDisk(disk, async () => {
      throw systemError('EROFS');
    });

    await deleteDrafts(readOnly, folder.of('watched.txt'));
    await deleteDrafts(disk, folder.of('nowhere/watched.txt'));

    expect(folder.tree()).toStrictEqual([DRAFT]);
  });
});
