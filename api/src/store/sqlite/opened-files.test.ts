import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../store.ts';
import { inTime, movie, newUser, readKeys } from '../testing/conformance/subject.ts';
import { newDatabaseFile } from '../testing/sqlite-subject.ts';
import { openSqliteStore } from './sqlite-store.ts';

let folder: string;
let file: string;
let lost: string[];
let store: Store;
let isOpen: boolean;

beforeEach(async () => {
  const created = newDatabaseFile();
  onTestFinished(created.remove);
  folder = join(dirname(created.file), 'data');
  mkdirSync(folder);
  file = join(folder, 'immersion-tracker.sqlite');
  lost = [];
  store = openSqliteStore(file, () => {}, { onLost: (path) => lost.push(path) });
  isOpen = true;
  onTestFinished(close);
});

function close(): void {
  if (isOpen) store.close();
  isOpen = false;
}

const { user, pk } = newUser();
const add = (name: string, to = store) => to.insertIfAbsent([movie(user, name)], inTime());

/** The keys in a database file that nobody has open. */
async function keysIn(path: string): Promise<string[]> {
  const opened = openSqliteStore(path, () => {});
  try {
    return await readKeys(opened, pk);
  } finally {
    opened.close();
  }
}

/** A database with one movie. */
async function database(path: string, name: string): Promise<string> {
  const opened = openSqliteStore(path, () => {});
  await add(name, opened);
  opened.close();
  return path;
}

const moveAway = (path: string) => renameSync(path, `${path}-moved`);

describe('nothing is written or read once', () => {
  test.each<readonly [string, (file: string) => unknown, string]>([
    ['the database is deleted', (path) => rmSync(path), ''],
    ['the database is moved', moveAway, ''],
    ['its folder is renamed', (path) => moveAway(dirname(path)), ''],
    [
      'another file replaces it',
      (path) => {
        copyFileSync(path, `${path}-copy`);
        renameSync(`${path}-copy`, path);
      },
      '',
    ],
    ['its WAL is deleted', (path) => rmSync(`${path}-wal`), '-wal'],
    ['its shared memory is deleted', (path) => rmSync(`${path}-shm`), '-shm'],
  ])('%s', async (_, harm, suffix) => {
    await add('before');
    const noticed = {
      name: 'PublicError',
      code: 'store_unavailable',
      message: expect.stringContaining('was removed, moved or replaced'),
    };

    harm(file);

    await expect(add('after')).rejects.toMatchObject(noticed);
    await expect(readKeys(store, pk)).rejects.toMatchObject(noticed);
    expect(lost).toEqual([`${file}${suffix}`]);
  });

  test('the database is moved during a transaction, which is not committed', async () => {
    const item = {
      ...movie(user, 'a'),
      get source() {
        moveAway(file);
        return 'a request';
      },
    };

    const inserting = store.insertIfAbsent([item], inTime());

    await expect(inserting).rejects.toMatchObject({ code: 'store_unavailable' });
    close();
    expect(await keysIn(`${file}-moved`)).toEqual([]);
  });
});

describe('what was recorded before is kept', () => {
  test.each(['-wal', '-shm'])('if %s is deleted', async (suffix) => {
    await add('before');

    rmSync(`${file}${suffix}`);
    await expect(add('after')).rejects.toThrow();
    close();

    expect(await keysIn(file)).toEqual(['MOVIE#before']);
  });

  test('in the database that was moved, and does not get into the one that takes its place', async () => {
    const backup = await database(join(folder, 'backup.sqlite'), 'in the backup');
    await add('before');

    moveAway(file);
    renameSync(backup, file);
    close();

    expect(await keysIn(file)).toEqual(['MOVIE#in the backup']);
    expect(await keysIn(`${file}-moved`)).toEqual(['MOVIE#before']);
  });
});
