import { chmodSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disk } from '../disk/disk.ts';
import { createFolder } from '../testing/folder.ts';
import { IS_WINDOWS } from '../testing/system.ts';
import { watchDisk } from '../testing/watch-disk.ts';
import { writeFile } from './write-file.ts';

async function* pieces(...texts: readonly string[]) {
  yield* texts;
}

test('the file has all pieces, and nothing else is left beside it', async () => {
  const folder = createFolder();

  await writeFile(disk, folder.of('a.jsonl'), pieces('a\n', 'b\n'), false);

  expect(folder.tree()).toEqual(['a.jsonl']);
  expect(folder.read('a.jsonl')).toBe('a\nb\n');
});

test('an existing file stays unless it is to be replaced', async () => {
  const folder = createFolder('a.jsonl');
  const write = (replaces: boolean) =>
    writeFile(disk, folder.of('a.jsonl'), pieces('new'), replaces);

  await expect(write(false)).rejects.toThrow('already exists. Choose another name, or replace it');
  expect(folder.read('a.jsonl')).toBe('a.jsonl');
  await write(true);

  expect(folder.read('a.jsonl')).toBe('new');
});

test('a file that is created in the meantime stays', async () => {
  const folder = createFolder();
  async function* slow() {
    yield 'a';
    folder.write('a.jsonl', 'theirs');
    yield 'b';
  }

  await expect(writeFile(disk, folder.of('a.jsonl'), slow(), false)).rejects.toThrow(
    'already exists',
  );

  expect(folder.tree()).toEqual(['a.jsonl']);
  expect(folder.read('a.jsonl')).toBe('theirs');
});

test('a broken export leaves nothing, or the file that was there', async () => {
  const folder = createFolder('old.jsonl');
  async function* broken() {
    yield 'a';
    throw new Error('the connection broke');
  }

  for (const name of ['old.jsonl', 'new.jsonl']) {
    await expect(writeFile(disk, folder.of(name), broken(), true)).rejects.toThrow(
      'connection broke',
    );
  }

  expect(folder.tree()).toEqual(['old.jsonl']);
  expect(folder.read('old.jsonl')).toBe('old.jsonl');
});

test.each([
  [
    'in a folder that does not exist',
    'nowhere/a.jsonl',
    'cannot be written: no such file or directory.',
  ],
  ['with the name of a folder', 'folder', 'is not a file'],
])('a file %s is an error', async (_, name, words) => {
  const folder = createFolder('folder/');

  await expect(writeFile(disk, folder.of(name), pieces('a'), true)).rejects.toThrow(words);
});

test.skipIf(IS_WINDOWS)(
  'a new file is private, and a replaced one keeps its permissions',
  async () => {
    const folder = createFolder('old.jsonl');
    chmodSync(folder.of('old.jsonl'), 0o640);

    for (const name of ['old.jsonl', 'new.jsonl']) {
      await writeFile(disk, folder.of(name), pieces('a'), true);
    }

    const modes = ['old.jsonl', 'new.jsonl'].map((name) => statSync(folder.of(name)).mode & 0o777);
    expect(modes).toEqual([0o640, 0o600]);
  },
);

test.each([1, 2, 3])(
  'killed after step %i, the file is whole or missing, and the next export goes on',
  async (nth) => {
    const folder = createFolder();
    let steps = 0;
    const killed = watchDisk(disk, async (_step, _path, act) => {
      if (steps < nth) await act();
      steps += 1;
      if (steps >= nth) throw new Error('killed');
    });
    const path = folder.of('a.jsonl');

    await expect(writeFile(killed, path, pieces('a', 'b'), false)).rejects.toThrow();
    const whole = folder
      .tree()
      .filter((name) => name === 'a.jsonl')
      .map(folder.read);
    await writeFile(disk, path, pieces('c'), true);

    expect([whole, steps >= nth]).toEqual([nth > 1 ? ['ab'] : [], true]);
    expect(folder.tree()).toEqual(['a.jsonl']);
  },
);
