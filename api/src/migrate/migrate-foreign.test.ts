import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { inTime, movie, newUser, numbered } from '../store/testing/conformance/subject.ts';
import { createDynamodbSource } from './dynamodb-source.ts';
import { createDynamodbTarget } from './dynamodb-target.ts';
import { createSqliteSource } from './sqlite-source.ts';
import { createSqliteTarget } from './sqlite-target.ts';
import { copyOne, sqliteWith, useDynamodb } from './testing.ts';

// Items that the tracker would not have written.

const dynamodb = useDynamodb();
const source = () => createDynamodbSource(dynamodb.client);

const item = (pk: string, sk: string, more: Record<string, AttributeValue>) => ({
  ...{ pk: { S: pk }, sk: { S: sk } },
  ...more,
});

describe('from DynamoDB to SQLite', () => {
  test('attributes that have no place are counted by name, and the rest is copied', async () => {
    const { user, pk } = newUser();
    const known = { user: { S: user }, file_name: { S: 'f' }, tvdb_id: { NULL: true } } as const;
    await dynamodb.put([
      item(pk, 'MOVIE#a', { ...known, rating: { N: '5' }, version: { S: 'two' } }),
      item(pk, 'MOVIE#b', {
        ...known,
        rating: { N: '4' },
        tags: { SS: ['x'] },
        gone: { NULL: true },
      }),
    ]);
    const sqlite = sqliteWith();

    const outcome = await copyOne(pk, source(), createSqliteTarget(sqlite.open()));
    const again = await copyOne(pk, source(), createSqliteTarget(sqlite.open()));

    const losses = new Map([
      ['rating has no column', 2],
      ['version does not fit its column (INTEGER)', 1],
      ['tags has no column', 1],
    ]);
    expect(outcome).toMatchObject({ items: 2, copied: 2, same: 2, losses });
    expect(again).toMatchObject({ items: 2, copied: 0, same: 2, losses });
    expect(sqlite.dump()).toEqual([
      { pk, sk: 'MOVIE#a', user, file_name: 'f' },
      { pk, sk: 'MOVIE#b', user, file_name: 'f' },
    ]);
  });

  test('an item without a user is named, and the others are copied', async () => {
    const { user, pk } = newUser();
    await dynamodb.put([
      item(pk, 'MOVIE#a\u001b[2J', { rating: { N: '5' } }),
      item(pk, 'MOVIE#b', { user: { S: user } }),
    ]);
    const sqlite = sqliteWith();

    const outcome = await copyOne(pk, source(), createSqliteTarget(sqlite.open()));

    const impossible = { count: 1, first: [`${user}: MOVIE#a\\u{1b}[2J`] };
    expect(outcome).toMatchObject({ items: 2, copied: 1, same: 1, impossible });
  });

  test('partitions of many pages are listed with their counts', async () => {
    const [alice, bob] = [newUser('alice'), newUser('bob')];
    const text = { S: 'x'.repeat(300_000) };
    for (const { pk } of [alice, bob]) {
      for (const sk of numbered(5)) await dynamodb.put([item(pk, sk, { text })]);
    }

    const named = await source().partitions([bob.pk, 'USER#nobody'], inTime());
    const all = await source().partitions(undefined, inTime());

    expect(named).toEqual([{ pk: bob.pk, items: 5 }]);
    expect(all).toEqual(expect.arrayContaining([alice, bob].map(({ pk }) => ({ pk, items: 5 }))));
  });
});

describe('from SQLite to DynamoDB', () => {
  test('what DynamoDB does not take is named, and the others are copied', async () => {
    const { user, pk } = newUser();
    const [tooLong, longest] = ['l'.repeat(1025), 'm'.repeat(1024)];
    const keys = ['', 'a', tooLong, longest, 'z'];
    const sqlite = sqliteWith(keys.map((sk) => ({ pk, sk, user })));

    const target = createDynamodbTarget(dynamodb.client);
    const outcome = await copyOne(pk, createSqliteSource(sqlite.open(true)), target);

    const impossible = { count: 2, first: [`${user}: `, `${user}: ${tooLong}`] };
    expect(outcome).toMatchObject({
      items: 5,
      copied: 3,
      same: 3,
      missing: { count: 0 },
      impossible,
    });
    expect((await dynamodb.dump(pk)).map(({ sk }) => sk?.S)).toEqual(['a', longest, 'z']);
  });

  test('what is recorded after the start is left for the next run', async () => {
    const { user, pk } = newUser();
    const sqlite = sqliteWith([movie(user, 'a')]);
    const source = createSqliteSource(sqlite.open(true));
    const before = await source.partitions(undefined, inTime());

    sqlite.put([movie(user, 'b')]);
    const outcome = await copyOne(pk, source, createDynamodbTarget(dynamodb.client));

    expect(before).toEqual([{ pk, items: 1 }]);
    expect(outcome).toMatchObject({ items: 1, copied: 1, same: 1 });
    expect(sqlite.dump()).toHaveLength(2);
  });
});
