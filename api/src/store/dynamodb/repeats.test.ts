import { describe, expect, test, vi } from 'vitest';
import { movieItem } from '../items.ts';
import { openBehind } from '../testing/behind-proxy.ts';
import {
  foreign,
  inTime,
  movie,
  movieKey,
  numbered,
  readAll,
  readKeys,
  show,
} from '../testing/conformance/subject.ts';

const unavailable = { name: 'PublicError', code: 'store_unavailable' };

describe('keys that a batch leaves unprocessed', () => {
  test('are requested again until all are processed', async () => {
    const { store, put, proxy, user, pk } = await openBehind((_, nth) =>
      nth <= 3 ? 'halve' : undefined,
    );
    const names = numbered(100);
    await put(names.filter((_, index) => index % 2 === 1).map((name) => movie(user, name)));

    const found = await store.existing(pk, names.map(movieKey), inTime());

    expect(found).toEqual(new Set(names.map(movieKey).filter((_, index) => index % 2 === 1)));
    expect(proxy.calls).toEqual({ BatchGetItem: 4 });
  });

  test('are requested again if the whole batch was unprocessed', async () => {
    const { store, put, proxy, user, pk } = await openBehind((_, nth) =>
      nth <= 2 ? 'halve' : undefined,
    );
    await put([movie(user, 'a')]);

    const found = await store.existing(pk, [movieKey('a')], inTime());

    expect(found).toEqual(new Set([movieKey('a')]));
    expect(proxy.calls).toEqual({ BatchGetItem: 3 });
  });

  test('make the store unavailable at the deadline', async () => {
    const { store, put, user, pk } = await openBehind(() => 'halve');
    await put([movie(user, 'a')]);

    const found = store.existing(pk, [movieKey('a')], AbortSignal.timeout(300));

    await expect(found).rejects.toMatchObject(unavailable);
  });
});

describe('an insert', () => {
  test('whose response is lost stores the item once, and does not count it', async () => {
    const { store, direct, proxy, user, pk } = await openBehind((_, nth) =>
      nth === 1 ? 'lose answer' : undefined,
    );

    const added = await store.insertIfAbsent([movie(user, 'a')], inTime());

    expect(added).toEqual(new Set());
    expect(proxy.calls).toEqual({ PutItem: 2 });
    expect(await readAll(direct, { pk, prefix: '' }, movieItem)).toEqual([movie(user, 'a')]);
  });

  test('that fails halfway leaves whole items, which the next one does not add again', async () => {
    const { store, direct, user, pk } = await openBehind((_, nth) =>
      nth === 50 ? { error: 'AccessDeniedException', status: 400 } : undefined,
    );
    const items = numbered(100).map((name) => movie(user, name));

    const failed = store.insertIfAbsent(items, inTime());
    await expect(failed).rejects.toMatchObject(unavailable);
    const left = await readAll(direct, { pk, prefix: '' }, movieItem);
    const added = await store.insertIfAbsent(items, inTime());

    expect(left.length).toBeLessThan(100);
    expect(left).toEqual(items.filter(({ sk }) => left.some((item) => item.sk === sk)));
    expect(added.size).toBeLessThanOrEqual(100 - left.length);
    expect(await readAll(direct, { pk, prefix: '' }, movieItem)).toEqual(items);
  });

  test('that fails after the groups has not added what belongs to them', async () => {
    const { store, direct, user, pk } = await openBehind((_, nth) =>
      nth === 2 ? { error: 'AccessDeniedException', status: 400 } : undefined,
    );

    const failed = store.insertIfAbsent([movie(user, 'a')], inTime(), [show(user, 'b')]);

    await expect(failed).rejects.toMatchObject(unavailable);
    expect(await readKeys(direct, pk)).toEqual(['SHOW#b']);
  });

  test('is taken over by other callers when the first one runs out of time', async () => {
    const { store, direct, user, pk } = await openBehind((_, nth) =>
      nth === 1 ? 'hang' : undefined,
    );
    const [hasty, patient] = [movie(user, 'a', 1), movie(user, 'a', 2)];

    const given = await Promise.allSettled([
      store.insertIfAbsent([hasty], AbortSignal.timeout(200)),
      store.insertIfAbsent([patient], inTime()),
      store.insertIfAbsent([patient], AbortSignal.timeout(100)),
    ]);

    expect(given).toMatchObject([
      { status: 'rejected', reason: unavailable },
      { status: 'fulfilled', value: new Set([patient.sk]) },
      { status: 'rejected', reason: unavailable },
    ]);
    expect(await readAll(direct, { pk, prefix: '' }, movieItem)).toEqual([patient]);
  });
});

test('an item that was removed while its insert was on the way can be added by the same process', async () => {
  const { promise: removed, resolve } = Promise.withResolvers<void>();
  const { promise: written, resolve: isWritten } = Promise.withResolvers<void>();
  const { store, direct, user, pk } = await openBehind((operation, nth) => {
    if (operation !== 'PutItem' || nth !== 1) return undefined;
    isWritten();
    return { answeredAfter: removed };
  });
  const item = movie(user, 'a');

  const first = store.insertIfAbsent([item], inTime());
  await written;
  await vi.waitUntil(async () => {
    return (await direct.remove(pk, [item.sk], () => true, inTime())).length === 1;
  });
  const second = store.insertIfAbsent([item], inTime());
  resolve();

  expect(await first).toEqual(new Set([item.sk]));
  expect(await second).toEqual(new Set([item.sk]));
  expect(await direct.getWhole(pk, [item.sk], inTime())).toEqual([item]);
});

describe('a removal', () => {
  test('whose response is lost returns the item that it removed', async () => {
    const { store, direct, proxy, put, user, pk } = await openBehind((operation, nth) =>
      operation === 'DeleteItem' && nth === 1 ? 'lose answer' : undefined,
    );
    const item = foreign(user, 'a');
    await put([item]);

    const removed = await store.remove(pk, [item.sk], () => true, inTime());

    expect(removed).toEqual([item]);
    expect(proxy.calls).toEqual({ BatchGetItem: 1, DeleteItem: 2 });
    expect(await direct.getWhole(pk, [item.sk], inTime())).toEqual([]);
  });

  test('returns the item as it was when it was removed', async () => {
    let change = async () => {};
    const { store, direct, put, user, pk } = await openBehind((operation) =>
      operation === 'DeleteItem' ? { after: change() } : undefined,
    );
    const item = foreign(user, 'a');
    await put([item]);
    change = async () => {
      await direct.update(item, { timestamp: 7 }, inTime());
    };

    const removed = await store.remove(pk, [item.sk], () => true, inTime());

    expect(removed).toEqual([{ ...item, timestamp: 7 }]);
  });

  test('does not return an item that another caller removes first', async () => {
    let removeFirst = async () => {};
    const { store, direct, put, user, pk } = await openBehind((operation) =>
      operation === 'DeleteItem' ? { after: removeFirst() } : undefined,
    );
    const [a, b] = [movie(user, 'a'), movie(user, 'b')];
    await put([a, b]);
    removeFirst = async () => {
      await direct.remove(pk, [a.sk], () => true, inTime());
    };

    const removed = await store.remove(pk, [a.sk, b.sk], () => true, inTime());

    expect(removed).toEqual([b]);
  });

  test('that fails halfway leaves whole items, which the next one returns', async () => {
    const { store, direct, put, user, pk } = await openBehind((operation, nth) =>
      operation === 'DeleteItem' && nth === 50
        ? { error: 'AccessDeniedException', status: 400 }
        : undefined,
    );
    const items = numbered(100).map((name) => foreign(user, name));
    const sks = items.map(({ sk }) => sk);
    await put(items);

    const failed = store.remove(pk, sks, () => true, inTime());
    await expect(failed).rejects.toMatchObject(unavailable);
    const left = await direct.getWhole(pk, sks, inTime());
    const rest = await store.remove(pk, sks, () => true, inTime());

    expect(left.length).toBeLessThan(100);
    expect(items).toEqual(expect.arrayContaining(left));
    expect(rest.length).toBeLessThanOrEqual(left.length);
    expect(await direct.getWhole(pk, sks, inTime())).toEqual([]);
  });
});
