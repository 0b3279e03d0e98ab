import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod';
import { recordingLog } from '../../kernel/testing/fakes.ts';
import { episodeItem, itemSchemas, movieItem, settingsItem, showItem } from '../items.ts';
import type { Store } from '../store.ts';
import { inTime, movie, newUser, readAll, show } from '../testing/conformance/subject.ts';
import { newDatabaseFile } from '../testing/sqlite-subject.ts';
import { columnsOf } from './columns.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** The schema of the tracker's first version. Never change it. */
const FIRST_VERSION = `
  CREATE TABLE items (
  pk TEXT NOT NULL, sk TEXT NOT NULL, user TEXT NOT NULL, timestamp INTEGER, version INTEGER,
  folder_name TEXT, file_name TEXT, tvdb_id INTEGER, tvdb_name TEXT, tvdb_image TEXT,
  tvdb_average_runtime REAL, movie_duration REAL,
  youtube_video_id TEXT, youtube_video_title TEXT, youtube_video_duration REAL,
  youtube_channel_id TEXT, youtube_channel_title TEXT, youtube_channel_artwork_url TEXT,
  spotify_episode_id TEXT, spotify_episode_title TEXT, spotify_episode_duration REAL,
  spotify_show_id TEXT, spotify_show_name TEXT, spotify_show_artwork_url TEXT,
  PRIMARY KEY (pk, sk)) STRICT, WITHOUT ROWID;
  PRAGMA user_version = 1`;

const { log, entries: logged } = recordingLog();
let file: string;
let remove: () => void;
let opened: (Store | DatabaseSync)[];

beforeEach(() => {
  ({ file, remove } = newDatabaseFile());
  opened = [];
  logged.length = 0;
});

afterEach(() => {
  for (const open of opened) open.close();
  remove();
});

function openStore(): Store {
  const store = openSqliteStore(file, log);
  opened.push(store);
  return store;
}

/** Opens the file as the sqlite3 shell does. */
function openShell(): DatabaseSync {
  const shell = new DatabaseSync(file);
  opened.push(shell);
  return shell;
}

/** Suitable column types, by the attribute's JSON type. */
const COLUMN_TYPES = new Map([
  ['string', ['TEXT']],
  ['integer', ['INTEGER']],
  ['number', ['REAL', 'INTEGER']],
]);

/** The JSON types of an attribute, except null. */
function jsonTypesOf(attribute: z.core.JSONSchema._JSONSchema): string[] {
  if (typeof attribute === 'boolean') return [];
  const { type = [], anyOf = [] } = attribute;
  return [type, anyOf.flatMap(jsonTypesOf)].flat().filter((name) => name !== 'null');
}

test('acknowledged writes survive a power cut', () => {
  const exec = vi.spyOn(DatabaseSync.prototype, 'exec');
  onTestFinished(() => exec.mockRestore());
  openStore();

  const connection = exec.mock.contexts.find((one) => one instanceof DatabaseSync);

  // 2 is FULL, see https://www.sqlite.org/pragma.html#pragma_synchronous
  expect(connection?.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
});

describe('a user of the sqlite3 shell', () => {
  test('finds a column of a suitable type for every attribute of every item', () => {
    openStore();

    const columns = columnsOf(openShell());
    const attributes = itemSchemas().flatMap((schema) =>
      Object.entries(z.toJSONSchema(schema, { io: 'input' }).properties ?? {}),
    );
    const fitting = attributes.filter(([name, attribute]) =>
      jsonTypesOf(attribute).some((type) =>
        COLUMN_TYPES.get(type)?.includes(`${columns.get(name)?.type}`),
      ),
    );
    expect(fitting).toEqual(attributes);
  });

  test('reads numbers as integers and strings as text', async () => {
    const { user } = newUser();
    await openStore().insertIfAbsent([movie(user, 'a')], inTime());

    const row = openShell()
      .prepare('SELECT file_name, timestamp, typeof(timestamp) AS type, version FROM items')
      .get();

    expect({ ...row }).toEqual({
      ...{ file_name: 'a', timestamp: 1_730_000_000, type: 'integer', version: null },
    });
  });

  test('can add rows with only the columns that they need', async () => {
    const store = openStore();
    openShell().exec(`
      INSERT INTO items (pk, sk, user, folder_name)
      VALUES ('USER#alice', 'SHOW#folder', 'alice', 'folder');
      INSERT INTO items (pk, sk, user, folder_name, file_name, timestamp)
      VALUES ('USER#alice', 'EPISODE#folder#file', 'alice', 'folder', 'file',
        unixepoch('2024-10-27 03:33:20'));
    `);
    const [pk, user] = ['USER#alice', 'alice'];

    const shows = await readAll(store, { pk, prefix: 'SHOW#' }, showItem);
    const episodes = await readAll(store, { pk, prefix: 'EPISODE#' }, episodeItem);
    const key = { pk, sk: 'SHOW#folder' };
    const updated = await store.update(key, { tvdb_name: 'Example Show' }, inTime(), 0);

    expect(shows).toEqual([
      {
        ...{ pk, sk: 'SHOW#folder', user, folder_name: 'folder', version: null },
        ...{ tvdb_id: null, tvdb_name: null, tvdb_image: null, tvdb_average_runtime: null },
      },
    ]);
    expect(episodes).toEqual([
      {
        ...{ pk, sk: 'EPISODE#folder#file', user, folder_name: 'folder', file_name: 'file' },
        ...{ timestamp: 1_730_000_000, episode_duration: null },
      },
    ]);
    expect(updated).toBe(true);
    expect(logged).toEqual([]);
  });

  test('can add columns, which updates, and a removal and restoration, keep', async () => {
    const store = openStore();
    const { user, pk } = newUser();
    await store.insertIfAbsent([show(user, 'a')], inTime());
    const shell = openShell();
    shell.exec(`ALTER TABLE items ADD COLUMN "my ""note" ANY;
      UPDATE items SET "my ""note" = 'good'`);

    await store.update({ pk, sk: 'SHOW#a' }, { tvdb_name: 'A' }, inTime());
    const removed = await store.remove(pk, ['SHOW#a'], () => true, inTime());
    await store.insertIfAbsent(removed, inTime());

    const rows = shell.prepare('SELECT sk, "my ""note" AS note FROM items ORDER BY sk').all();
    expect(rows.map((row) => ({ ...row }))).toEqual([{ sk: 'SHOW#a', note: 'good' }]);
  });

  test('can add columns with defaults, constraints, and names that objects have', async () => {
    const store = openStore();
    const { user, pk } = newUser();
    openShell().exec(`ALTER TABLE items ADD COLUMN toString TEXT;
      ALTER TABLE items ADD COLUMN "__proto__" TEXT;
      ALTER TABLE items ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
      CREATE UNIQUE INDEX one_of_each ON items (pk, tvdb_name)`);
    const show1 = { ...show(user, 'a'), toString: 'text', ['__proto__']: 'more', tvdb_name: 'A' };

    await store.insertIfAbsent([show(user, 'b'), show1], inTime());
    const refused = store.insertIfAbsent([{ ...show(user, 'c'), tvdb_name: 'A' }], inTime());

    await expect(refused).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('because of a constraint that somebody has added'),
    });
    const found = await store.getWhole(pk, ['SHOW#a', 'SHOW#b', 'SHOW#c'], inTime());
    expect(found).toEqual([
      { ...show1, seen: 0 },
      { ...show(user, 'b'), seen: 0 },
    ]);
  });

  test.each([
    '{"rating":5}',
    // JSON5
    '{rating:{N:"5"}}',
  ])(
    'is told which item has other attributes in another format (%s), and it stays',
    async (json) => {
      const store = openStore();
      const { user, pk } = newUser();
      await store.insertIfAbsent([show(user, 'a'), show(user, 'b')], inTime());
      openShell().exec(`UPDATE items SET other_attributes = '${json}' WHERE sk = 'SHOW#a'`);
      const sks = ['SHOW#a', 'SHOW#b'];

      const answers = await Promise.allSettled([
        store.getWhole(pk, sks, inTime()),
        Array.fromAsync(store.readWhole(pk, '', undefined, inTime())),
        store.remove(pk, sks, () => true, inTime()),
        store.update({ pk, sk: 'SHOW#a' }, { tvdb_name: 'A' }, inTime()),
      ]);

      const reason = {
        code: 'store_unavailable',
        message: expect.stringContaining('other_attributes of "SHOW#a"'),
      };
      expect(answers).toMatchObject(answers.map(() => ({ status: 'rejected', reason })));
      const shows = await readAll(store, { pk, prefix: '' }, showItem);
      expect(shows.map(({ folder_name }) => folder_name)).toEqual(['a', 'b']);
    },
  );

  test('can write an unsafe integer, which hides only that row', async () => {
    const store = openStore();
    const { user, pk } = newUser();
    await store.insertIfAbsent(
      ['a', 'b', 'c'].map((name) => movie(user, name)),
      inTime(),
    );
    openShell().exec(`UPDATE items SET timestamp = timestamp * 1000000000 WHERE file_name = 'b'`);

    const movies = await readAll(store, { pk, prefix: '' }, movieItem);
    const nanoseconds = await store.get({ pk, sk: 'MOVIE#b' }, movieItem, inTime());

    expect(movies).toEqual([movie(user, 'a'), movie(user, 'c')]);
    expect(nanoseconds).toBeUndefined();
    const entry = { level: 'warn', fields: { pk, count: 1, first: ['MOVIE#b: timestamp'] } };
    expect(logged).toMatchObject([entry, entry]);
  });
});

describe('a file', () => {
  test('that is reopened has the stored items', async () => {
    const { user, pk } = newUser();
    const first = openSqliteStore(file, log);
    await first.insertIfAbsent([movie(user, 'a')], inTime());
    first.close();

    const again = openStore();

    expect(await readAll(again, { pk, prefix: '' }, movieItem)).toEqual([movie(user, 'a')]);
    expect(await again.insertIfAbsent([movie(user, 'a')], inTime())).toEqual(new Set());
  });

  test('of the first version is upgraded, and keeps its items', async () => {
    const { user, pk } = newUser();
    const old = openShell();
    old.exec(FIRST_VERSION);
    const { timestamp, ...first } = movie(user, 'a');
    const columns = Object.keys({ ...first, timestamp });
    old
      .prepare(`INSERT INTO items (${columns}) VALUES (${columns.map(() => '?')})`)
      .run(...Object.values(first), timestamp);

    const store = openStore();
    await store.insertIfAbsent([{ ...movie(user, 'b'), source: 'run 2' }], inTime());

    expect(await readAll(store, { pk, prefix: '' }, movieItem)).toEqual([
      movie(user, 'a'),
      { ...movie(user, 'b'), source: 'run 2' },
    ]);
  });

  test('of the first version can already have one of the newer columns', async () => {
    const { user, pk } = newUser();
    const old = openShell();
    old.exec(`${FIRST_VERSION};
      ALTER TABLE items ADD COLUMN tmdb_name TEXT;
      INSERT INTO items (pk, sk, user, file_name, tmdb_name, timestamp)
      VALUES ('${pk}', 'MOVIE#a', '${user}', 'a', 'Example Movie', 1)`);

    const store = openStore();

    const schema = movieItem.pick({ sk: true, tmdb_name: true, source: true });
    expect(await readAll(store, { pk, prefix: '' }, schema)).toMatchObject([
      { sk: 'MOVIE#a', tmdb_name: 'Example Movie' },
    ]);
    await store.insertIfAbsent([{ ...movie(user, 'b'), tmdb_name: 'B' }], inTime());
    expect(await store.get({ pk, sk: 'MOVIE#b' }, schema, inTime())).toMatchObject({
      tmdb_name: 'B',
    });
  });

  test('of an older version keeps attributes that got a column later, and columns of the user', async () => {
    const { user, pk } = newUser();
    openStore();
    const old = openShell();
    const columns = ['episode_duration', 'duration_source', 'time_zone', 'day_starts_at_hour'];
    for (const name of [...columns, 'daily_goal_minutes', 'target_hours']) {
      old.exec(`ALTER TABLE items DROP COLUMN ${name}`);
    }
    // An index of a user can have the name of ours.
    old.exec(`PRAGMA user_version = 3;
      DROP INDEX items_with_other_attributes;
      CREATE INDEX items_with_other_attributes ON items (sk);
      ALTER TABLE items DROP COLUMN target_date;
      ALTER TABLE items ADD COLUMN target_date INTEGER;
      INSERT INTO items (pk, sk, user, target_date, other_attributes)
      VALUES ('${pk}', 'SETTINGS', '${user}', 2028,
        '{"time_zone":{"S":"Europe/Berlin"},"target_hours":{"N":"1000"}}')`);
    const key = { pk, sk: 'SETTINGS' };

    const store = openStore();
    const read = await store.get(key, settingsItem, inTime());
    const changes = { time_zone: 'Asia/Tokyo', target_date: '2028-03-31', target_hours: null };
    await store.update(key, changes, inTime());

    expect(read).toMatchObject({ time_zone: 'Europe/Berlin', target_hours: 1000 });
    expect(await store.getWhole(pk, ['SETTINGS'], inTime())).toEqual([
      { ...key, user, time_zone: 'Asia/Tokyo', target_date: '2028-03-31' },
    ]);
    expect({
      ...old.prepare('SELECT time_zone, target_date, other_attributes FROM items').get(),
    }).toEqual({
      time_zone: 'Asia/Tokyo',
      target_date: null,
      other_attributes: '{"target_date":{"S":"2028-03-31"}}',
    });
    const plan = old.prepare(
      'EXPLAIN QUERY PLAN SELECT 1 FROM items WHERE other_attributes IS NOT NULL LIMIT 1',
    );
    expect(plan.get()).toMatchObject({
      detail: 'SCAN items USING INDEX items_with_other_attributes',
    });
  });

  test('of a newer version of the tracker is refused and not changed', () => {
    openStore();
    const shell = openShell();
    shell.exec('PRAGMA user_version = 99');

    expect(openStore).toThrow(
      /written by a newer version of the tracker \(schema 99, but this one supports only \d+\); update the tracker$/,
    );

    expect({ ...shell.prepare('PRAGMA user_version').get() }).toEqual({ user_version: 99 });
  });

  test('that is not a database is refused', () => {
    writeFileSync(file, 'Not a database, but somebody wants to keep it.');

    expect(openStore).toThrow('file is not a database');
  });
});
