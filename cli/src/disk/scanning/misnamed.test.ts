import { linkSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFolder, type Folder } from '../../testing/folder.ts';
import { HAS_EXACT_NAMES, IS_WINDOWS } from '../../testing/system.ts';
import { misnamedIn } from './misnamed.ts';

/** The findings in a folder: each name with its reason. */
async function named(folder: Folder): Promise<Record<string, string>> {
  const entries = readdirSync(folder.path, { withFileTypes: true });
  const findings = await misnamedIn(folder.path, entries);
  return Object.fromEntries(
    findings.map(({ path, reason }) => [path.slice(folder.path.length + 1), reason]),
  );
}

const RENAME_LIST = 'looks like a watched list, but is not read: rename it to watched.txt';
const MOVE_LINES = 'looks like a watched list, but is not read: move its lines to watched.txt';

describe('a file that looks like a watched list is found:', () => {
  test.each([
    'watched.txt.txt',
    ...(HAS_EXACT_NAMES ? ['Watched.TXT', 'WATCHED.txt'] : []),
    'watched .txt',
    ...(IS_WINDOWS ? [] : ['watched.txt ']),
    'watched\u200B.txt',
    'watched',
    'watched.md',
    'watched.txt.md',
    'watched.csv',
    'watched (1).txt',
    'watched(2).txt',
    'watched 2.txt',
    'watched - Copy.txt',
    'watched - Copy (2).txt',
    'watched copy.txt',
    'watched copy 2.txt',
    'Copy of watched.txt',
    'watched - Kopie.txt',
    'Kopie von watched.txt',
    'watched - コピー.txt',
    'watched.sync-conflict-20261127-101500-ABCDEFG.txt',
    "watched (Anna's conflicted copy 2026-11-27).txt",
    'watched (conflicted copy 2026-11-27 101500).txt',
    'watched (In Konflikt stehende Kopie von Anna 2026-11-27).txt',
    'watched_conflict-20261127-101500.txt',
    'watched-DESKTOP-AB12CD3.txt',
  ])('%s', async (name) => {
    const alone = await named(createFolder(name, 'shows/a/watched/1.mkv'));
    const beside = await named(createFolder(name, 'watched.txt'));

    expect(alone).toEqual({ [name]: RENAME_LIST });
    expect(beside).toEqual({ [name]: MOVE_LINES });
  });

  test.each(['watched.rtf', 'Watched.docx', 'watched.txt.rtf'])(
    '%s, which must be saved as plain text',
    async (name) => {
      expect(await named(createFolder(name))).toEqual({
        [name]:
          'looks like a watched list, but is not read: save its links as plain text in watched.txt',
      });
    },
  );
});

test.each([
  'watched.txt',
  '.watched.txt.swp',
  '.#watched.txt',
  'watched.txt~',
  'watched.txt.bak',
  'watched.mkv',
  'unwatched.txt',
  'watched-in-2025.txt',
  'to watch.txt',
  'watched.txt.immersion-draft',
])('a file called %s is ignored', async (name) => {
  expect(await named(createFolder(name))).toEqual({});
});

test('only one of several lists must be renamed', async () => {
  const folder = createFolder('watched.md', 'watched (1).txt');

  expect(Object.values(await named(folder)).toSorted()).toEqual([MOVE_LINES, RENAME_LIST]);
});

test('an empty list with a wrong name is ignored', async () => {
  const folder = createFolder();
  folder.write('watched (1).txt', '');

  expect(await named(folder)).toEqual({});
});

describe('a misnamed folder with something watched is found:', () => {
  test.each<readonly [string, string, string]>([
    ...(HAS_EXACT_NAMES ? [['Movies', 'movies', 'watched/a.mkv'] as const] : []),
    ['movie', 'movies', 'watched/a.mkv'],
    ['Films', 'movies', 'Watched/a.mkv'],
    ...(HAS_EXACT_NAMES ? [['Shows', 'shows', 'Frieren/watched/1.mkv'] as const] : []),
    ['show', 'shows', 'Frieren/Season 1/watched/1.mkv'],
    ['TV Shows', 'shows', 'Frieren/watched/Season 1/1.mkv'],
    ['Anime', 'shows', 'Frieren/watched/1.mkv'],
    ...(IS_WINDOWS ? [] : [['Series', 'shows', 'Anime/a/b/c/watched /1.mkv'] as const]),
    ['Film', 'movies', '.stuff/watched/a.mkv'],
  ])('%s instead of %s, or beside it', async (name, right, file) => {
    const instead = await named(createFolder(`${name}/${file}`));
    const beside = await named(createFolder(`${name}/${file}`, `${right}/other`));

    expect(instead).toEqual({ [name]: `is not read: rename it to ${right}` });
    expect(beside).toEqual({ [name]: `is not read: move its contents to ${right}` });
  });

  test('watched outside movies and shows', async () => {
    expect(await named(createFolder('watched/a.mkv', 'shows/'))).toEqual({
      watched:
        "is not read here: a watched folder belongs in movies, or in a show's folder in shows",
    });
  });
});

test.each([
  'Movies/a.mkv',
  'Movies/watched/',
  'Movies/watched/.DS_Store',
  'Movies/#recycle/watched/a.mkv',
  'watched/',
  'movies/watched/a.mkv',
  'shows/a/watched/1.mkv',
  'Documents/watched/a.mkv',
])('a folder with %s is ignored', async (file) => {
  expect(await named(createFolder(file))).toEqual({});
});

test('another name of the list itself is ignored', async () => {
  // On a disk that ignores letter case, the folder lists one name, but both names open the file.
  const folder = createFolder('Watched.TXT');
  if (HAS_EXACT_NAMES) linkSync(folder.of('Watched.TXT'), folder.of('watched.txt'));
  const entries = readdirSync(folder.path, { withFileTypes: true });

  const findings = await misnamedIn(
    folder.path,
    entries.filter(({ name }) => name === 'Watched.TXT'),
  );

  expect(findings).toEqual([]);
});
