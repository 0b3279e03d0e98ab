import { renameSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { episode, movie, newUser, numbered, show } from '../store/testing/conformance/subject.ts';
import { createDynamodbItems } from './dynamodb-items.ts';
import { copyOne, openDynamodb, sqliteWith } from './testing/databases.ts';

const dynamodb = await openDynamodb();

type Sqlite = ReturnType<typeof sqliteWith>;
const inDynamodb = () => createDynamodbItems(dynamodb.client);
const toDynamodb = (pk: string, sqlite: Sqlite) => copyOne(pk, sqlite.items(), inDynamodb());
const toSqlite = (pk: string, sqlite: Sqlite) => copyOne(pk, inDynamodb(), sqlite.items());

describe('after a round trip', () => {
  test('SQLite has the same items of every kind and size', async () => {
    const { user, pk } = newUser('やまだ さん 🎬');
    const sqlite = sqliteWith([
      // More than a page of rows.
      ...numbered(1100).map((name) => episode(user, 'ショー', name)),
      { ...show(user, 'a\u0000b\n'), tvdb_average_runtime: 0.1, version: 9_007_199_254_740_993n },
      { ...movie(user, 'é'), tvdb_id: -9_223_372_036_854_775_808n, movie_duration: 1e21 },
      { pk, sk: 'fits no schema', user, tvdb_name: '' },
    ]);
    const back = sqliteWith();

    const there = await toDynamodb(pk, sqlite);
    const again = await toSqlite(pk, back);

    for (const outcome of [there, again]) {
      expect(outcome).toMatchObject({ copied: 1103, same: { length: 1103 } });
    }
    expect(back.dump()).toEqual(sqlite.dump());
  });

  test('DynamoDB has the same items of other tools, to the last digit', async () => {
    const { user, pk } = newUser();
    const keys = (sk: string) => ({ pk: { S: pk }, sk: { S: sk } });
    const items = [
      { ...keys('MOVIE#a'), rating: { N: '5' } },
      {
        ...keys('MOVIE#b'),
        ...{ user: { S: user }, file_name: { S: 'f' }, tvdb_id: { NULL: true } as const },
        ...{ version: { S: 'two' }, timestamp: { N: '12345678901234567890123456789012345678' } },
        ...{ movie_duration: { N: '0.1234567890123456789' }, flag: { BOOL: false } },
        ...{ bytes: { B: Uint8Array.of(0, 255) }, texts: { SS: ['a', 'b'] } },
        ...{ numbers: { NS: ['1', '12345678901234567890'] }, other_attributes: { S: '{}' } },
        list: { L: [{ S: 'a' }, { NULL: true } as const, { BS: [Uint8Array.of(1)] }] },
        map: { M: { N: { N: '12345678901234567890' } } },
      },
    ];
    await dynamodb.put(...items);
    const sqlite = sqliteWith();

    const there = await toSqlite(pk, sqlite);
    await dynamodb.remove(...items.map(({ pk, sk }) => ({ pk, sk })));
    const again = await toDynamodb(pk, sqlite);

    for (const outcome of [there, again]) {
      expect(outcome).toMatchObject({ copied: 2, same: ['MOVIE#a', 'MOVIE#b'] });
    }
    expect(await dynamodb.dump(pk)).toEqual(items);
  });

  test('a column that the user added to both databases has the same values', async () => {
    const { user, pk } = newUser();
    const [sqlite, back] = [sqliteWith(), sqliteWith()];
    for (const { database } of [sqlite, back]) {
      database.exec('ALTER TABLE items ADD COLUMN "my ""note" ANY');
    }
    sqlite.database
      .prepare('INSERT INTO items (pk, sk, user, "my ""note") VALUES (?, ?, ?, ?)')
      .run(pk, 'SHOW#a', user, Uint8Array.of(0, 255));

    await toDynamodb(pk, sqlite);
    await toSqlite(pk, back);

    expect(back.dump()).toEqual(sqlite.dump());
    expect(back.dump()).toMatchObject([{ 'my "note': Uint8Array.of(0, 255) }]);
  });
});

test('a NULL column does not become a DynamoDB attribute', async () => {
  const { user, pk } = newUser();
  const sqlite = sqliteWith([{ ...show(user, 'a'), tvdb_id: null, version: 0 }]);

  await toDynamodb(pk, sqlite);

  expect(await dynamodb.dump(pk)).toEqual([
    {
      ...{ pk: { S: pk }, sk: { S: 'SHOW#a' }, user: { S: user } },
      ...{ folder_name: { S: 'a' }, version: { N: '0' } },
    },
  ]);
});

describe('items that the target refuses are listed, and the others copied', () => {
  test('by DynamoDB', async () => {
    const { user, pk } = newUser();
    const [tooLong, longest] = ['l'.repeat(1025), 'm'.repeat(1024)];
    const sqlite = sqliteWith(['', 'a', tooLong, longest, 'z'].map((sk) => ({ pk, sk, user })));

    const outcome = await toDynamodb(pk, sqlite);

    const same = ['a', longest, 'z'];
    expect(outcome).toMatchObject({ copied: 3, same, missing: [], refused: ['', tooLong] });
    expect((await dynamodb.dump(pk)).map(({ sk }) => sk?.S)).toEqual(same);
  });

  test('by a SQLite file with an added constraint', async () => {
    const { user, pk } = newUser();
    await toDynamodb(pk, sqliteWith([movie(user, 'a'), movie(user, 'b'), show(user, 'c')]));
    const sqlite = sqliteWith();
    sqlite.database.exec('CREATE UNIQUE INDEX one_of_each ON items (pk, tvdb_id)');

    const outcome = await toSqlite(pk, sqlite);

    expect(outcome).toMatchObject({ copied: 2, same: ['MOVIE#a', 'SHOW#c'], refused: ['MOVIE#b'] });
  });
});

test('an item whose other_attributes have another format stops the copy, and is named in the error', async () => {
  const { pk, user } = newUser();
  const sqlite = sqliteWith([{ ...movie(user, 'a'), other_attributes: '{"rating":5}' }]);

  const outcome = toDynamodb(pk, sqlite);

  await expect(outcome).rejects.toMatchObject({ reason: expect.stringContaining('"MOVIE#a"') });
});

test('a copy into a SQLite file that is moved away fails', async () => {
  const { pk, user } = newUser();
  await toDynamodb(pk, sqliteWith([movie(user, 'a')]));
  const sqlite = sqliteWith();
  const items = sqlite.items();
  renameSync(sqlite.file, `${sqlite.file}-moved`);

  const outcome = copyOne(pk, inDynamodb(), items);

  await expect(outcome).rejects.toMatchObject({ reason: expect.stringContaining('was removed') });
});

describe('a second run', () => {
  test('adds new items, and keeps the existing ones', async () => {
    const { user, pk } = newUser();
    const sqlite = sqliteWith([movie(user, 'a'), show(user, 'b')]);
    await toDynamodb(pk, sqlite);
    sqlite.put([movie(user, 'c'), movie(user, '0')]);

    const again = await toDynamodb(pk, sqlite);

    expect(again).toMatchObject({ copied: 2, same: { length: 4 } });
  });

  test('counts a show as already there if only the target has its name', async () => {
    const { user, pk } = newUser();
    const sqlite = sqliteWith([show(user, 'b')]);
    await toDynamodb(pk, sqlite);
    const [item] = await dynamodb.dump(pk);
    await dynamodb.put({ ...item, tvdb_name: { S: 'B' }, version: { N: '1' } });

    const again = await toDynamodb(pk, sqlite);

    expect(again).toMatchObject({ copied: 0, same: ['SHOW#b'], differing: [] });
    expect(await dynamodb.dump(pk)).toMatchObject([{ tvdb_name: { S: 'B' } }]);
  });

  test('lists items that differ, and does not change them in the target', async () => {
    const { user, pk } = newUser();
    const sqlite = sqliteWith([movie(user, 'a', 1), movie(user, 'b', 1)]);
    const other = sqliteWith([movie(user, 'a', 2), movie(user, 'b', 1)]);
    await toDynamodb(pk, other);

    const again = await toDynamodb(pk, sqlite);

    expect(again).toMatchObject({ copied: 0, same: ['MOVIE#b'], differing: ['MOVIE#a'] });
    expect(await dynamodb.dump(pk)).toMatchObject([
      { timestamp: { N: '2' } },
      { timestamp: { N: '1' } },
    ]);
  });
});
