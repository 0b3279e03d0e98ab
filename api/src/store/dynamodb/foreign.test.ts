import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { failureOf } from '../../kernel/testing/fakes.ts';
import { TABLE_NAME } from '../../settings.ts';
import { episodeItem, movieItem, showItem } from '../items.ts';
import { inTime, movie, newUser, readAll, type Subject } from '../testing/conformance/subject.ts';
import { openDynamodbSubject } from '../testing/dynamodb-subject.ts';
import { testClient, testDynamodb } from '../testing/test-dynamodb.ts';
import { wholeItem } from '../whole-item.ts';

type Attributes = Record<string, AttributeValue>;

const sentInJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const EPISODE: Attributes = {
  sk: { S: 'EPISODE#show_name#episode_name' },
  folder_name: { S: 'show_name' },
  file_name: { S: 'episode_name' },
  timestamp: { N: '1730000000' },
};
const SHOW: Attributes = {
  sk: { S: 'SHOW#show_name' },
  folder_name: { S: 'show_name' },
  tvdb_id: { N: '12345' },
  tvdb_name: { S: 'Example Show' },
  tvdb_image: { S: 'https://example.com/poster.jpg' },
  tvdb_average_runtime: { N: '2700' },
  version: { N: '2' },
};
const MOVIE: Attributes = {
  sk: { S: 'MOVIE#movie_name' },
  file_name: { S: 'movie_name' },
  tvdb_id: { N: '67890' },
  tvdb_name: { S: 'Example Movie' },
  tvdb_image: { S: 'https://example.com/movie.jpg' },
  movie_duration: { N: '7200' },
  timestamp: { N: '1730000000' },
};
/** Attributes of every DynamoDB type that are not in any schema, one with a name that objects have. */
const UNRELATED: Attributes = {
  beyond_safe_integers: { N: '12345678901234567890123456789012345678' },
  beyond_safe_fractions: { N: '12345678901234567890.5' },
  fraction: { N: '0.1234567890123456789' },
  nothing: { NULL: true },
  flag: { BOOL: true },
  bytes: { B: Uint8Array.of(0, 255) },
  texts: { SS: ['a', 'b'] },
  numbers: { NS: ['1', '12345678901234567890'] },
  list: { L: [{ S: 'a' }, { NULL: true }] },
  map: { M: { a: { N: '12345678901234567890' } } },
  toString: { S: 'not a function' },
};

const endpoint = await testDynamodb();
let client: DynamoDBClient;
let subject: Subject;

beforeEach(() => {
  client = testClient(endpoint);
  subject = openDynamodbSubject(endpoint);
});

afterEach(async () => {
  client.destroy();
  await subject.close();
});

/** Writes items for a new user. */
async function write(...items: Attributes[]) {
  const { user, pk } = newUser();
  for (const item of items) {
    const Item = { ...item, pk: { S: pk }, user: { S: user } };
    await client.send(new PutItemCommand({ TableName: TABLE_NAME, Item }));
  }
  return { user, pk };
}

test.each([
  { what: 'as documented', more: {} },
  { what: 'with a version on each', more: { version: { N: '2' } } },
  { what: 'with unknown attributes of every type', more: UNRELATED },
])('items of another tool are read $what', async ({ more }) => {
  const { store, logged } = subject;
  const { user, pk } = await write(...[EPISODE, SHOW, MOVIE].map((item) => ({ ...more, ...item })));

  const read = [
    await readAll(store, { pk, prefix: 'EPISODE#' }, episodeItem),
    await readAll(store, { pk, prefix: 'SHOW#' }, showItem),
    await readAll(store, { pk, prefix: 'MOVIE#' }, movieItem),
  ];
  const show = await store.get({ pk, sk: 'SHOW#show_name' }, showItem, inTime());

  const shown = {
    ...{ pk, sk: 'SHOW#show_name', user, folder_name: 'show_name' },
    tvdb_id: 12345,
    tvdb_name: 'Example Show',
    tvdb_image: 'https://example.com/poster.jpg',
    tvdb_average_runtime: 2700,
    version: 2,
  };
  expect(read).toEqual([
    [
      {
        ...{ pk, sk: 'EPISODE#show_name#episode_name', user, timestamp: 1730000000 },
        folder_name: 'show_name',
        file_name: 'episode_name',
      },
    ],
    [shown],
    [
      {
        ...{ pk, sk: 'MOVIE#movie_name', user, timestamp: 1730000000, file_name: 'movie_name' },
        tvdb_id: 67890,
        tvdb_name: 'Example Movie',
        tvdb_image: 'https://example.com/movie.jpg',
        movie_duration: 7200,
      },
    ],
  ]);
  expect(show).toEqual(shown);
  expect(logged).toEqual([]);
});

test('a show of another tool with NULL attributes is read as one without them', async () => {
  const NULL = { NULL: true } as const;
  const { user, pk } = await write({
    ...SHOW,
    ...{ tvdb_id: NULL, tvdb_name: NULL, tvdb_image: NULL },
    ...{ tvdb_average_runtime: NULL, version: NULL },
  });

  const shows = await readAll(subject.store, { pk, prefix: 'SHOW#' }, showItem);

  expect(shows).toEqual([
    {
      ...{ pk, sk: 'SHOW#show_name', user, folder_name: 'show_name' },
      ...{ tvdb_id: null, tvdb_name: null, tvdb_image: null },
      ...{ tvdb_average_runtime: null, version: null },
    },
  ]);
});

test('an item of another tool with an invalid number is left out, and only that one', async () => {
  const beyond = { N: '12345678901234567890123456789012345678' };
  const { pk } = await write(EPISODE, { ...EPISODE, sk: { S: 'EPISODE#z' }, timestamp: beyond });

  const episodes = await readAll(subject.store, { pk, prefix: '' }, episodeItem);

  expect(episodes.map(({ sk }) => sk)).toEqual(['EPISODE#show_name#episode_name']);
  expect(subject.logged).toMatchObject([{ fields: { first: ['EPISODE#z: timestamp'] } }]);
});

test('an item that is removed and restored has the attributes that another tool wrote, to the last digit', async () => {
  const { store } = subject;
  const { user, pk } = await write({ ...MOVIE, ...UNRELATED });

  const removed = await store.remove(pk, ['MOVIE#movie_name'], () => true, inTime());
  await store.insertIfAbsent(z.array(wholeItem()).parse(sentInJson(removed)), inTime());

  const Key = { pk: { S: pk }, sk: { S: 'MOVIE#movie_name' } };
  const { Item } = await client.send(new GetItemCommand({ TableName: TABLE_NAME, Key }));
  expect(Item).toEqual({ ...MOVIE, ...UNRELATED, ...Key, user: { S: user } });
});

test('an item with an attribute that the AWS SDK cannot read is named, and stays', async () => {
  const { user, pk } = newUser();
  const proto = { ['__proto__']: { S: 'a name with a meaning' } };
  // The stand-in cannot store such an attribute.
  const stored = JSON.stringify({ ...MOVIE, pk: { S: pk }, user: { S: user }, ...proto });
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers['x-amz-target']}`.replace(/.*\./, ''));
    request.resume();
    response.end(`{"Items":[${stored}],"Responses":{"${TABLE_NAME}":[${stored}]}}`);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const behind = openDynamodbSubject(`http://127.0.0.1:${port}`);
  onTestFinished(async () => {
    await behind.close();
    server.closeAllConnections();
    server.close();
  });
  const { store } = behind;

  const answers = await Promise.allSettled([
    store.getWhole(pk, ['MOVIE#movie_name'], inTime()),
    Array.fromAsync(store.readWhole(pk, '', undefined, inTime())),
    store.remove(pk, ['MOVIE#movie_name'], () => true, inTime()),
  ]);

  const reason = {
    code: 'store_unavailable',
    message: expect.stringContaining('an attribute called __proto__ in "MOVIE#movie_name"'),
  };
  expect(answers).toMatchObject(answers.map(() => ({ status: 'rejected', reason })));
  expect(asked.toSorted()).toEqual(['BatchGetItem', 'BatchGetItem', 'Query']);
  expect(await readAll(store, { pk, prefix: '' }, movieItem)).toMatchObject([{ pk }]);
});

test.each([
  ['itself', { ['__proto__']: 'x' }],
  ['in a map', { other_attributes: { tags: { M: { ['__proto__']: { S: 'x' } } } } }],
  ['in a list', { other_attributes: { tags: { L: [{ M: { ['__proto__']: { S: 'x' } } }] } } }],
])('if the AWS SDK would drop an attribute, %s, nothing is written', async (_, attribute) => {
  const { user, pk } = newUser();
  const [good, bad] = [movie(user, 'a'), { ...movie(user, 'b'), ...attribute }];

  const failure = await failureOf(subject.store.insertIfAbsent([good, bad], inTime()));

  expect(failure.code).toBe('store_unavailable');
  expect(failure.message).toContain('an attribute called __proto__ in "MOVIE#b"');
  expect(await readAll(subject.store, { pk, prefix: '' }, movieItem)).toEqual([]);
});

test('a source that is not a string is ignored', async () => {
  const { pk } = await write({ ...MOVIE, source: { N: '5' }, rewatch_of: { BOOL: true } });

  const [movie] = await readAll(subject.store, { pk, prefix: 'MOVIE#' }, movieItem);

  expect(movie).toMatchObject({ file_name: 'movie_name' });
  expect([movie?.source, movie?.rewatch_of]).toEqual([undefined, undefined]);
  expect(subject.logged).toEqual([]);
});

test('an undefined source is not written', async () => {
  const { user, pk } = newUser();
  const item = { pk, sk: 'SHOW#a', user, folder_name: 'a', version: 1, source: undefined };

  await subject.store.insertIfAbsent([item], inTime());

  const Key = { pk: { S: pk }, sk: { S: 'SHOW#a' } };
  const { Item } = await client.send(new GetItemCommand({ TableName: TABLE_NAME, Key }));
  expect(Item).toEqual({ ...Key, user: { S: user }, folder_name: { S: 'a' }, version: { N: '1' } });
});

test('an update keeps the attributes that another tool wrote, to the last digit', async () => {
  const { user, pk } = await write({ ...SHOW, ...UNRELATED });
  const key = { pk, sk: 'SHOW#show_name' };

  const updated = await subject.store.update(key, { tvdb_name: 'Other' }, inTime(), 2);

  const Key = { pk: { S: pk }, sk: { S: key.sk } };
  const { Item } = await client.send(new GetItemCommand({ TableName: TABLE_NAME, Key }));
  expect(updated).toBe(true);
  expect(Item).toEqual({
    ...{ ...SHOW, ...UNRELATED, pk: { S: pk }, user: { S: user } },
    tvdb_name: { S: 'Other' },
    version: { N: '3' },
  });
});
