import { expect, test } from 'vitest';
import { createFolder } from '../testing/folder.ts';
import { writeFile } from './write-file.ts';

async function* pieces(...texts: readonly string[]) {
  yield* texts;
}

test('the file has all pieces, and nothing else is left beside it', async () => {
  const folder = createFolder();

  await writeFile(folder.of('a.jsonl'), pieces('a\n', 'b\n'), false);

  expect(folder.tree()).toEqual(['a.jsonl']);
  expect(folder.read('a.jsonl')).toBe('a\nb\n');
});

test('an existing file stays unless it is to be replaced', async () => {
  const folder = createFolder('a.jsonl');
  const write = (replaces: boolean) => writeFile(folder.of('a.jsonl'), pieces('new'), replaces);

  await expect(write(false)).rejects.toThrow('exists already. Choose another name, or replace it');
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

  await expect(writeFile(folder.of('a.jsonl'), slow(), false)).rejects.toThrow('exists already');

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
    await expect(writeFile(folder.of(name), broken(), true)).rejects.toThrow('connection broke');
  }

  expect(folder.tree()).toEqual(['old.jsonl']);
  expect(folder.read('old.jsonl')).toBe('old.jsonl');
});

test.each([
  ['in a folder that does not exist', 'nowhere/a.jsonl', 'cannot be written (ENOENT)'],
  ['with the name of a folder', 'folder', 'is not a file'],
])('a file %s is an error', async (_, name, words) => {
  const folder = createFolder('folder/');

  await expect(writeFile(folder.of(name), pieces('a'), true)).rejects.toThrow(words);
});
