import { mediaKinds } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { type Item, movieItem } from '../store/items.ts';
import type { Store } from '../store/store.ts';
import { everyKind } from '../store/testing/conformance/every-kind.ts';
import { episode, movie, readAll, readKeys } from '../store/testing/conformance/subject.ts';
import { openMemoryStore } from '../store/testing/memory-store.ts';
import { rewatch } from './rewatch.ts';

const NOW = 1_795_737_600;
const pk = 'USER#alice';
let store: Store;

beforeEach(() => {
  store = openMemoryStore();
});

afterEach(() => store.close());

interface Sent {
  readonly watched_at?: number;
  readonly source?: string;
}

const again = (ids: string[], sent: Sent = {}, through = store, user = 'alice') =>
  rewatch({ store: through, clock: () => NOW * 1000 + 999 })({
    ...{ user, request: { ids, ...sent }, deadline: wholeDeadline() },
  });

const insert = (...items: Item[]) => store.insertIfAbsent(items, wholeDeadline().signal);

/** Alice's movies, in sort-key order. */
const movies = () => readAll(store, { pk, prefix: 'MOVIE#' }, movieItem);

test('a rewatch copies the record, with its own time, source and original', async () => {
  const first = { ...movie('alice', 'a', 7), source: 'run 1', tmdb_name: 'A' };
  await insert(first);

  const answer = await again(['MOVIE#a'], { watched_at: NOW - 60, source: 'run 2' });

  expect(answer).toEqual({ added: 1 });
  expect(await movies()).toEqual([
    first,
    {
      ...first,
      sk: `MOVIE#a#${NOW - 60}`,
      timestamp: NOW - 60,
      rewatch_of: 'MOVIE#a',
      source: 'run 2',
    },
  ]);
});

test('by default, a rewatch has the time of the request and does not have a source', async () => {
  await insert({ ...movie('alice', 'a', 7), source: 'run 1' });

  await again(['MOVIE#a']);

  const [, copy] = await movies();
  expect(copy).toMatchObject({ sk: `MOVIE#a#${NOW}`, timestamp: NOW });
  expect(copy?.source).toBeUndefined();
});

test('a rewatch keeps attributes of other tools, to the last digit, and replaces those of another type', async () => {
  const others = { N: '12345678901234567890123456789012345678' };
  await store.insertIfAbsent(
    [
      {
        ...{ ...movie('alice', 'a', 7), note: 'of another tool', flag: null },
        other_attributes: { tags: { SS: ['x'] }, rating: others, source: { N: others.N } },
      },
    ],
    wholeDeadline().signal,
  );

  await again(['MOVIE#a'], { watched_at: 9 });

  expect(await store.getWhole(pk, ['MOVIE#a#9'], wholeDeadline().signal)).toEqual([
    {
      ...{ ...movie('alice', 'a', 9), note: 'of another tool', flag: null },
      ...{ sk: 'MOVIE#a#9', rewatch_of: 'MOVIE#a' },
      other_attributes: { tags: { SS: ['x'] }, rating: others },
    },
  ]);
});

test('every kind can be watched again', async () => {
  const items = everyKind('alice').map(({ item }): Item => ({ ...item, rewatch_of: undefined }));
  await insert(...items);
  const ids = items.filter(({ timestamp }) => timestamp !== undefined).map(({ sk }) => sk);

  const answer = await again(ids);

  expect(answer).toEqual({ added: mediaKinds.length });
  expect(await readKeys(store, pk)).toEqual(
    expect.arrayContaining(ids.map((id) => `${id}#${NOW}`)),
  );
});

describe('the same rewatch', () => {
  test('is added once, even if it is listed or sent twice', async () => {
    await insert(movie('alice', 'a', 7));

    const twice = await again(['MOVIE#a', 'MOVIE#a'], { watched_at: 9 });
    const later = await again(['MOVIE#a'], { watched_at: 9, source: 'another' });

    expect([twice, later]).toEqual([{ added: 1 }, { added: 0 }]);
    expect((await movies()).map(({ sk, source }) => [sk, source])).toEqual([
      ['MOVIE#a', undefined],
      ['MOVIE#a#9', undefined],
    ]);
  });

  test('is not written again', async () => {
    await insert(movie('alice', 'a', 7), movie('alice', 'b', 7));
    await again(['MOVIE#a'], { watched_at: 9 });
    const copied: string[] = [];
    const watching: Store = {
      ...store,
      insertIfAbsent(copies, signal) {
        copied.push(...copies.map(({ sk }) => sk));
        return store.insertIfAbsent(copies, signal);
      },
    };

    await again(['MOVIE#a', 'MOVIE#b'], { watched_at: 9 }, watching);

    expect(copied).toEqual(['MOVIE#b#9']);
  });

  test('is added once by concurrent requests', async () => {
    await insert(movie('alice', 'a', 7), movie('alice', 'b', 7));

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => again(['MOVIE#a', 'MOVIE#b'])),
    );

    expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(2);
  });
});

describe('a rewatch that was moved to another time', () => {
  beforeEach(async () => {
    await insert(movie('alice', 'a', 7), movie('alice', 'b', 7));
    await again(['MOVIE#a'], { watched_at: 9, source: 'run 1' });
    await again(['MOVIE#b'], { watched_at: 9 });
    for (const sk of ['MOVIE#a#9', 'MOVIE#b#9']) {
      await store.update({ pk, sk }, { timestamp: 8 }, wholeDeadline().signal);
    }
  });

  test('is the same one for a call with the same source', async () => {
    expect(await again(['MOVIE#a'], { watched_at: 9, source: 'run 1' })).toEqual({ added: 0 });
  });

  test.each([
    ['without a source', 'MOVIE#a', {}],
    ['with another source', 'MOVIE#a#9', { source: 'run 2' }],
    ['if it has no source itself', 'MOVIE#b', { source: 'run 1' }],
    ['if neither has a source', 'MOVIE#b', {}],
  ])('keeps its id, so that a call at the first time is refused %s', async (_, id, source) => {
    await insert(movie('alice', 'c', 7));
    const before = await movies();

    const failure = await failureOf(again(['MOVIE#c', id], { watched_at: 9, ...source }));

    expect(failure.body()).toEqual({
      code: 'conflict',
      message: `"${id.slice(0, 7)}#9" is the id of another viewing, which has been moved to another time; choose another watched_at`,
    });
    expect(await movies()).toEqual(before);
  });

  test('does not stand in the way of a call at another time, even its own', async () => {
    const answers = [
      await again(['MOVIE#a'], { watched_at: 8 }),
      await again(['MOVIE#a'], { watched_at: 10 }),
    ];

    expect(answers).toEqual([{ added: 1 }, { added: 1 }]);
  });

  test('and then removed can be recorded at the first time again', async () => {
    await store.remove(pk, ['MOVIE#a#9'], () => true, wholeDeadline().signal);

    expect(await again(['MOVIE#a'], { watched_at: 9 })).toEqual({ added: 1 });
  });
});

test('a rewatch whose record is moved does not change', async () => {
  await insert(movie('alice', 'a', 7));
  await again(['MOVIE#a'], { watched_at: 9 });
  await store.update({ pk, sk: 'MOVIE#a' }, { timestamp: 9 }, wholeDeadline().signal);

  expect(await again(['MOVIE#a'], { watched_at: 9 })).toEqual({ added: 0 });
  expect((await movies()).map(({ timestamp }) => timestamp)).toEqual([9, 9]);
});

describe('a rewatch of a rewatch', () => {
  beforeEach(async () => {
    await insert(movie('alice', 'a', 7));
    await again(['MOVIE#a'], { watched_at: 8 });
  });

  test('is a rewatch of the original', async () => {
    const answer = await again(['MOVIE#a#8'], { watched_at: 9 });

    expect(answer).toEqual({ added: 1 });
    const [, , third] = await movies();
    expect(third).toMatchObject({ sk: 'MOVIE#a#9', rewatch_of: 'MOVIE#a', timestamp: 9 });
  });

  test('is added once if the original is listed too', async () => {
    expect(await again(['MOVIE#a#8', 'MOVIE#a'], { watched_at: 9 })).toEqual({ added: 1 });
  });

  test('is recognized by the record, not by the look of its id', async () => {
    await insert(movie('alice', 'b#8', 7));

    await again(['MOVIE#b#8'], { watched_at: 9 });

    const copy = (await movies()).at(-1);
    expect(copy).toMatchObject({ sk: 'MOVIE#b#8#9', rewatch_of: 'MOVIE#b#8' });
  });

  test('is a rewatch of the original even after that was removed', async () => {
    await insert({ ...movie('alice', 'c', 8), sk: 'MOVIE#c#8', rewatch_of: 'MOVIE#c' });

    const answer = await again(['MOVIE#c#8'], { watched_at: 9 });

    expect(answer).toEqual({ added: 1 });
    expect((await movies()).at(-1)).toEqual({
      ...movie('alice', 'c', 9),
      ...{ sk: 'MOVIE#c#9', rewatch_of: 'MOVIE#c' },
    });
  });
});

describe('a rewatch is refused, and nothing written,', () => {
  let before: string[];
  beforeEach(async () => {
    const longest = movie('alice', 'x'.repeat(1018), 7);
    await insert(
      ...[movie('alice', 'a', 7), movie('alice', 'a#9', 7), longest],
      ...[episode('alice', 'a', 'b', 7), episode('alice', 'a', 'b#9', 7)],
      ...[episode('alice', 'x', 'y', 7), episode('alice', 'x#y', '9', 7)],
      ...everyKind('alice').flatMap(({ item }) => (item.sk.startsWith('SHOW#') ? item : [])),
    );
    await insert(movie('bob', "bob's", 7));
    before = await readKeys(store, pk);
  });
  afterEach(async () => {
    expect(await readKeys(store, pk)).toEqual(before);
  });

  test('if some ids are not records of this user, and all of them are listed', async () => {
    const wrong = ['MOVIE#b', "MOVIE#bob's", 'SHOW#folder', 'no id', `MOVIE#${'x'.repeat(2000)}`];

    const failure = await failureOf(again(['MOVIE#a', ...wrong, 'MOVIE#b'], { watched_at: 8 }));

    expect(failure).toMatchObject({ status: 422, code: 'unknown_ids', ids: wrong });
    expect(failure.message).toMatch(
      /^The tracker does not know these record ids \(removed or never recorded\): MOVIE#b, /,
    );
  });

  test.each([
    [
      'EPISODE#a#b',
      'the rewatch of folder "a", file "b" has the same key as folder "a", file "b#9"',
    ],
    [
      'EPISODE#x#y',
      'the rewatch of folder "x", file "y" has the same key as folder "x#y", file "9"',
    ],
    ['MOVIE#a', 'the rewatch of file "a" has the same key as file "a#9"'],
  ])('if another record has the key of the rewatch of %s', async (id, message) => {
    const failure = await failureOf(again([id], { watched_at: 9 }));

    expect(failure.body()).toEqual({
      code: 'conflict',
      message: `${message}; choose another watched_at`,
    });
  });

  test('if the key would be too long', async () => {
    const failure = await failureOf(again(['MOVIE#a', `MOVIE#${'x'.repeat(1018)}`]));

    expect(failure.body()).toEqual({
      code: 'invalid_request',
      message: 'ids[1]: makes a key of 1035 bytes, over the limit of 1024; shorten the name',
    });
  });

  test('if its time is more than five minutes in the future', async () => {
    const failure = await failureOf(again(['MOVIE#a'], { watched_at: NOW + 301 }));

    expect(failure).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(failure.message).toMatch(/^watched_at: is 301 seconds in the future/);
  });
});

test('a time that is five minutes in the future is accepted', async () => {
  await insert(movie('alice', 'a', 7));

  expect(await again(['MOVIE#a'], { watched_at: NOW + 300 })).toEqual({ added: 1 });
});

test('a rewatch whose key is taken during the request is refused instead of silently skipped', async () => {
  await insert(movie('alice', 'a', 7));
  const overtaken: Store = {
    ...store,
    async insertIfAbsent(...args) {
      await insert(movie('alice', 'a#9', 7));
      return store.insertIfAbsent(...args);
    },
  };

  const failure = await failureOf(again(['MOVIE#a'], { watched_at: 9 }, overtaken));

  expect(failure.code).toBe('conflict');
});

test('a rewatch whose record is removed during the request is refused instead of silently skipped', async () => {
  await insert(movie('alice', 'a', 7));
  const removed: Store = { ...store, getWhole: async () => [] };

  const failure = await failureOf(again(['MOVIE#a'], { watched_at: 9 }, removed));

  expect(failure.body()).toEqual({
    code: 'conflict',
    message: 'Some of these records were removed during the request; please try again.',
  });
});

test('each user has their own rewatches', async () => {
  await insert(movie('alice', 'a', 7));
  await insert(movie('bob', 'a', 7));

  await again(['MOVIE#a'], { watched_at: 9 });
  const answer = await again(['MOVIE#a'], { watched_at: 9 }, store, 'bob');

  expect(answer).toEqual({ added: 1 });
  expect(await readKeys(store, 'USER#bob')).toEqual(['MOVIE#a', 'MOVIE#a#9']);
});

test('an empty list adds nothing', async () => {
  expect(await again([])).toEqual({ added: 0 });
});
