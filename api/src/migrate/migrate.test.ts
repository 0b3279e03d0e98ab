import { describe, expect, test } from 'vitest';
import { episode, movie, newUser, numbered, show } from '../store/testing/conformance/subject.ts';
import { createDynamodbSource } from './dynamodb-source.ts';
import { createDynamodbTarget } from './dynamodb-target.ts';
import { createSqliteSource } from './sqlite-source.ts';
import { createSqliteTarget } from './sqlite-target.ts';
import { copyOne, sqliteWith, useDynamodb } from './testing.ts';

const dynamodb = useDynamodb();

const toDynamodb = (pk: string, sqlite: ReturnType<typeof sqliteWith>) =>
  copyOne(pk, createSqliteSource(sqlite.open(true)), createDynamodbTarget(dynamodb.client));
const toSqlite = (pk: string, sqlite: ReturnType<typeof sqliteWith>) =>
  copyOne(pk, createDynamodbSource(dynamodb.client), createSqliteTarget(sqlite.open()));

describe('there and back again', () => {
  test('all is as it was, whatever its kind and size', async () => {
    const { user, pk } = newUser('やまだ さん 🎬');
    const sqlite = sqliteWith([
      ...numbered(2500).map((name) => episode(user, 'ショー', name)),
      { ...show(user, 'a\u0000b\n'), tvdb_average_runtime: 0.1, version: 9_007_199_254_740_993n },
      { ...movie(user, 'é'), tvdb_id: -9_223_372_036_854_775_808n, movie_duration: 1e21 },
      { pk, sk: 'fits no schema', user, tvdb_name: '' },
    ]);
    const back = sqliteWith();

    const there = await toDynamodb(pk, sqlite);
    const again = await toSqlite(pk, back);

    expect(there).toMatchObject({ items: 2503, copied: 2503, same: 2503 });
    expect(again).toMatchObject({ items: 2503, copied: 2503, same: 2503 });
    expect(back.dump()).toEqual(sqlite.dump());
  });

  test('columns that somebody added go along, to where they are too', async () => {
    const { user, pk } = newUser();
    const [sqlite, back] = [sqliteWith(), sqliteWith()];
    for (const { open } of [sqlite, back])
      open().exec('ALTER TABLE items ADD COLUMN "my ""note" ANY');
    using database = sqlite.open();
    database
      .prepare('INSERT INTO items (pk, sk, user, "my ""note") VALUES (?, ?, ?, ?)')
      .run(pk, 'SHOW#a', user, Uint8Array.of(0, 255));

    await toDynamodb(pk, sqlite);
    await toSqlite(pk, back);

    expect(back.dump()).toEqual(sqlite.dump());
    expect(back.dump()).toMatchObject([{ 'my "note': Uint8Array.of(0, 255) }]);
  });

  test('what is NULL is no attribute in DynamoDB', async () => {
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
});

describe('a second run', () => {
  test('adds what came meanwhile, and keeps what is there', async () => {
    const { user, pk } = newUser();
    const sqlite = sqliteWith([movie(user, 'a'), show(user, 'b')]);
    await toDynamodb(pk, sqlite);
    sqlite.put([movie(user, 'c'), movie(user, '0')]);

    const again = await toDynamodb(pk, sqlite);

    expect(again).toMatchObject({ items: 4, copied: 2, same: 4 });
  });

  test('counts a show as there that has been given a name there', async () => {
    const { user, pk } = newUser();
    const sqlite = sqliteWith([show(user, 'b')]);
    await toDynamodb(pk, sqlite);
    const [item] = await dynamodb.dump(pk);
    await dynamodb.put([{ ...item, tvdb_name: { S: 'B' }, version: { N: '1' } }]);

    const again = await toDynamodb(pk, sqlite);

    expect(again).toMatchObject({ items: 1, copied: 0, same: 1, differing: { count: 0 } });
    expect(await dynamodb.dump(pk)).toMatchObject([{ tvdb_name: { S: 'B' } }]);
  });

  test('names what differs, and leaves it as it is there', async () => {
    const { user, pk } = newUser();
    const sqlite = sqliteWith([movie(user, 'a', 1), movie(user, 'b', 1)]);
    const other = sqliteWith([movie(user, 'a', 2), movie(user, 'b', 1)]);
    await toDynamodb(pk, other);

    const again = await toDynamodb(pk, sqlite);

    const differing = { count: 1, first: [`${user}: MOVIE#a`] };
    expect(again).toMatchObject({ items: 2, copied: 0, same: 1, differing });
    expect(await dynamodb.dump(pk)).toMatchObject([
      { timestamp: { N: '2' } },
      { timestamp: { N: '1' } },
    ]);
  });
});
