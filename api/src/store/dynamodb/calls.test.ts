import type { FaultOf } from '@immersion-tracker/stand-ins';
import { describe, expect, test } from 'vitest';
import { filterNew } from '../filter-new.ts';
import { movieItem, showItem } from '../items.ts';
import { openBehind } from '../testing/behind-proxy.ts';
import {
  inTime,
  movie,
  movieKey,
  newUser,
  numbered,
  readAll,
  readKeys,
  show,
} from '../testing/conformance/subject.ts';

const keyOnly = showItem.pick({ sk: true });

test('a sync of many items, of which one is new, reads one page and writes that one', async () => {
  const { store, put, proxy, user, pk } = await openBehind();
  // More than are looked up by their keys.
  const names = numbered(1001);
  await put(names.slice(1).map((name) => movie(user, name)));

  const bySortKey = new Map(names.map((name) => [movieKey(name), name]));
  const fresh = await filterNew(store, pk, bySortKey, inTime());
  const items = [...fresh.values()].map((name) => movie(user, name));
  const added = await store.insertIfAbsent(items, inTime());

  expect([...added]).toEqual([movieKey(names[0] ?? '')]);
  expect(proxy.calls).toEqual({ Query: 1, PutItem: 1 });
});

/** Holds the first writes until `count` of them are in flight. */
function holdWrites(write: string, count: number): FaultOf {
  const { promise: full, resolve } = Promise.withResolvers<void>();
  return (operation, nth) => {
    if (operation !== write) return undefined;
    if (nth === count) resolve();
    return { after: full };
  };
}

test('new items are written by one call each, 32 at a time', async () => {
  const { store, direct, proxy, user, pk } = await openBehind(holdWrites('PutItem', 32));
  const items = numbered(120).map((name) => movie(user, name));

  const added = await store.insertIfAbsent(items, inTime());

  expect(added.size).toBe(120);
  expect(proxy.calls).toEqual({ PutItem: 120 });
  expect(proxy.mostInFlight()).toBe(32);
  expect(await readKeys(direct, pk)).toEqual(items.map(({ sk }) => sk));
});

test('a sync stops writing when it notices that another one has written the items', async () => {
  const { store, put, proxy, user } = await openBehind();
  const items = numbered(150).map((name) => movie(user, name));
  await put(items);

  const added = await store.insertIfAbsent(items, inTime());

  // The writes in flight fail. The rest is looked up in two batches.
  expect(added.size).toBe(0);
  expect(proxy.calls).toEqual({ PutItem: 32, BatchGetItem: 2 });
});

test('concurrent syncs of the same items share the writes', async () => {
  const writers = await Promise.all(Array.from({ length: 5 }, () => openBehind()));
  const { user } = newUser();
  const items = numbered(300).map((name) => movie(user, name));

  const added = await Promise.all(
    writers.map(({ store }) => store.insertIfAbsent(items, inTime())),
  );

  expect(added.reduce((sum, { size }) => sum + size, 0)).toBe(300);
  const writes = writers.reduce((sum, { proxy }) => sum + (proxy.calls.PutItem ?? 0), 0);
  expect(writes).toBeLessThan(3 * 300);
});

describe.each([
  { keys: 0, calls: {} },
  { keys: 1, calls: { BatchGetItem: 1 } },
  { keys: 100, calls: { BatchGetItem: 1 } },
  { keys: 101, calls: { BatchGetItem: 2 } },
  { keys: 1000, calls: { BatchGetItem: 10 } },
  { keys: 1001, calls: { Query: 1 } },
])('with $keys keys', ({ keys, calls }) => {
  const asked = numbered(keys).map(movieKey);

  test(`existing makes the calls ${JSON.stringify(calls)}`, async () => {
    const { store, proxy } = await openBehind();

    await store.existing(newUser().pk, asked, inTime());

    expect(proxy.calls).toEqual(calls);
  });

  test(`getWhole makes the calls ${JSON.stringify(calls)}`, async () => {
    const { store, proxy } = await openBehind();

    await store.getWhole(newUser().pk, asked, inTime());

    expect(proxy.calls).toEqual(calls);
  });

  test(`getMany makes the calls ${JSON.stringify(calls)}`, async () => {
    const { store, proxy } = await openBehind();

    await store.getMany(newUser().pk, asked, movieItem, inTime());

    expect(proxy.calls).toEqual(calls);
  });
});

test('120 removed items are read by two calls and removed by one each, 32 at a time', async () => {
  const { store, put, proxy, user, pk } = await openBehind(holdWrites('DeleteItem', 32));
  const items = numbered(120).map((name) => movie(user, name));
  await put(items);

  const sks = [...items.map(({ sk }) => sk), movieKey('missing')];
  const removed = await store.remove(pk, sks, ({ sk }) => sk !== items[0]?.sk, inTime());

  expect(removed).toHaveLength(119);
  expect(proxy.calls).toEqual({ BatchGetItem: 2, DeleteItem: 119 });
  expect(proxy.mostInFlight()).toBe(32);
});

test('read makes one call per megabyte of items', async () => {
  const { store, put, proxy, user, pk } = await openBehind();
  // 2.5 MB
  const items = numbered(50).map((name) => ({
    ...movie(user, name),
    tvdb_name: 'x'.repeat(50_000),
  }));
  await put(items);

  const read = await readAll(store, { pk, prefix: 'MOVIE#' }, movieItem);

  expect(read).toEqual(items);
  expect(proxy.calls).toEqual({ Query: 3 });
});

describe('several reads of one partition', () => {
  const prefixes = ['EPISODE#', 'MOVIE#', 'SHOW#', 'YOUTUBEVIDEO#'];

  test('make one call if the partition is small', async () => {
    const { store, put, proxy, user, pk } = await openBehind();
    await put([show(user, 'a'), ...numbered(50).map((name) => movie(user, name))]);

    const read = store.partition(pk, inTime());
    const kinds = await Promise.all(
      prefixes.map(async (prefix) => (await Array.fromAsync(read(prefix, keyOnly))).flat()),
    );

    expect(kinds.map(({ length }) => length)).toEqual([0, 50, 1, 0]);
    expect(proxy.calls).toEqual({ Query: 1 });
  });

  // The first page ends among the movies: it has at most 1,000 items and 1 MB.
  test.each([
    ['many items', 1001, 'x'],
    ['large items', 30, 'x'.repeat(50_000)],
  ])(
    'share the first page, then read by prefix, if the partition has %s',
    async (_, count, name) => {
      const { store, put, proxy, user, pk } = await openBehind();
      const movies = numbered(count).map((file) => ({ ...movie(user, file), tvdb_name: name }));
      await put([...movies, show(user, 'a')]);

      const read = store.partition(pk, inTime());
      const kinds = await Promise.all(
        prefixes.map(async (prefix) => (await Array.fromAsync(read(prefix, keyOnly))).flat()),
      );

      expect(kinds.map(({ length }) => length)).toEqual([0, count, 1, 0]);
      // The first page, then one call each for movies, shows and videos. Episodes come before its end.
      expect(proxy.calls).toEqual({ Query: 4 });
    },
  );
});

test('every read is strongly consistent', async () => {
  const reads: string[] = [];
  const { store } = await openBehind((_operation, _nth, body) => {
    reads.push(body);
    return undefined;
  });
  const { pk } = newUser();

  await store.existing(pk, [movieKey('a')], inTime());
  await store.existing(pk, numbered(1001).map(movieKey), inTime());
  await store.get({ pk, sk: movieKey('a') }, movieItem, inTime());
  await readAll(store, { pk, prefix: '' }, movieItem);
  await Array.fromAsync(store.partition(pk, inTime())('', movieItem));
  await store.getMany(pk, [movieKey('a')], movieItem, inTime());
  await store.getWhole(pk, [movieKey('a')], inTime());
  await Array.fromAsync(store.readWhole(pk, '', undefined, inTime()));
  await store.remove(pk, [movieKey('a')], () => true, inTime());

  expect(reads).toHaveLength(9);
  for (const body of reads) expect(body).toContain('"ConsistentRead":true');
});

test('get and update make one call each, and an empty insert, removal or look-up does not make any', async () => {
  const { store, put, proxy } = await openBehind();
  const folder = show(newUser().user, 'folder');
  await put([folder]);

  await store.get(folder, showItem, inTime());
  await store.update(folder, { tvdb_name: 'Example Show' }, inTime(), 0);
  await store.insertIfAbsent([], inTime());
  await store.remove(folder.pk, [], () => true, inTime());
  await store.getWhole(folder.pk, [], inTime());

  expect(proxy.calls).toEqual({ GetItem: 1, UpdateItem: 1 });
});
