import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { ConfigError } from '../config.ts';
import { checkDatabaseFile, openDatabase } from './database-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-file-'));
  file = join(folder, 'immersion-tracker.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The message of the `ConfigError`, if there is one. */
async function problem(): Promise<string | undefined> {
  try {
    await checkDatabaseFile(file);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

function makeDatabase(statements: string): void {
  const database = new DatabaseSync(file);
  database.exec(statements);
  database.close();
}

test('a missing file is accepted', async () => {
  expect(await problem()).toBeUndefined();
});

test('a database that the tracker created is accepted', async () => {
  openSqliteStore(file, () => {}).close();

  expect(await problem()).toBeUndefined();
});

test('a database without tables, from an interrupted first start, is accepted', async () => {
  makeDatabase('PRAGMA journal_mode = WAL');

  expect(await problem()).toBeUndefined();
});

test('a missing file is refused while its WAL is there, which may hold records', async () => {
  writeFileSync(`${file}-wal`, 'records');

  expect(await problem()).toBe(
    `${file} is missing, but ${file}-wal is there and may hold its latest records; put the database back, or delete the second file to start fresh`,
  );
});

test('an empty file is refused instead of silently filled', async () => {
  writeFileSync(file, '');

  expect(await problem()).toBe(
    `${file} is empty, probably because of a full disk or a failed copy; restore a backup in its place, or delete it to start fresh`,
  );
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('a database that another process is creating is accepted', async () => {
  writeFileSync(file, '');
  const checking = problem();
  makeDatabase('CREATE TABLE items (pk TEXT, sk TEXT)');

  expect(await checking).toBeUndefined();
});

test.each([
  ['a video', () => writeFileSync(file, 'not a database '.repeat(100))],
  ["another program's database", () => makeDatabase('CREATE TABLE moz_places (id INTEGER)')],
  ['one with other items', () => makeDatabase('CREATE TABLE items (id INTEGER, price REAL)')],
])('%s is refused and left alone', async (_, make) => {
  make();
  const before = readFileSync(file);

  const said = await problem();

  expect(said).toContain(`${file}`);
  expect(said).toMatch(
    /is not a (tracker )?database; move it away, or set IMMERSION_TRACKER_DATA_DIR/,
  );
  expect(readFileSync(file)).toStrictEqual(before);
});

test('a damaged database is refused with advice', async () => {
  openSqliteStore(file, () => {}).close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, 100, 4096));

  expect(await problem()).toMatch(/malformed; restore a backup in its place, or delete it/);
});

test('a folder in place of the file is refused with advice about permissions', async () => {
  mkdirSync(file);

  expect(await problem()).toMatch(/unable to open database file; the user who runs the tracker/);
});

test('a read-only file is refused with advice about permissions', () => {
  makeDatabase('CREATE TABLE items (pk TEXT, sk TEXT)');
  const readOnly = new DatabaseSync(file, { readOnly: true });

  const write = () =>
    openDatabase(() => readOnly.exec("INSERT INTO items VALUES ('a', 'b')"), file);

  expect(write).toThrow(ConfigError);
  expect(write).toThrow(/readonly database; the user who runs the tracker must be able to write/);
  readOnly.close();
});
