import { endpoints } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bindRoute } from '../http/route.ts';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { everyKind } from '../store/testing/conformance/every-kind.ts';
import {
  episode,
  foreign,
  inTime,
  movie,
  movieKey,
  newUser,
  numbered,
  type Subject,
  show,
} from '../store/testing/conformance/subject.ts';
import { openSqliteSubject } from '../store/testing/sqlite-subject.ts';
import { getRecords } from './get-records.ts';
import { remove } from './remove.ts';
import { allItems, stores } from './testing/stores.ts';

/** A record of another tool that `POST /restore` would refuse. */
const misfit = (user: string) => ({ ...movie(user, 'misfit'), timestamp: 'yesterday' });

describe.each(stores)('on %s', (_, open) => {
  let subject: Subject;

  beforeEach(() => {
    subject = open();
  });

  afterEach(() => subject.close());

  const call = (ids: string[]) => ({
    ...{ user: subject.user, request: { ids }, deadline: wholeDeadline() },
  });
  const removing = (...ids: string[]) => remove(subject)(call(ids));
  const getting = (...ids: string[]) => getRecords(subject)(call(ids));

  test('records are returned whole, in the order of the request, and then removed', async () => {
    const { user, put } = subject;
    const items = [foreign(user, 'a'), episode(user, 'b', '1'), movie(user, 'c')];
    await put([...items, show(user, 'b')]);
    const ids = ['MOVIE#a', 'EPISODE#b#1', 'MOVIE#a'];

    const receipt = await getting(...ids);
    const { removed } = await removing(...ids);

    expect(receipt).toEqual({ records: items.slice(0, 2) });
    expect(new Set(removed)).toEqual(new Set(items.slice(0, 2)));
    expect(removed).toHaveLength(2);
    expect(await allItems(subject)).toEqual([items[2], show(user, 'b')]);
  });

  test('everything else is passed over', async () => {
    const { user, put } = subject;
    const bob = newUser('bob');
    const metadata = everyKind(user).flatMap(({ item }) => (item.timestamp ? [] : [item]));
    await put([...metadata, misfit(user), movie(bob.user, "bob's")]);
    const before = await allItems(subject);
    const ids = [
      ...[...metadata, misfit(user), movie(bob.user, "bob's")].map(({ sk }) => sk),
      ...['MOVIE#unknown', 'MOVIE#', '', '\0', '__proto__', 'NOTE#1', `MOVIE#${'x'.repeat(2000)}`],
    ];

    expect(await getting(...ids)).toEqual({ records: [] });
    expect(await removing(...ids)).toEqual({ removed: [] });
    expect(await allItems(subject)).toEqual(before);
    expect(await allItems({ ...subject, ...bob })).toHaveLength(1);
  });
});

describe('records that are too large for one answer', () => {
  // 14 x 390 KB are more than 5 MiB.
  const names = numbered(14);
  let subject: Subject;

  beforeEach(async () => {
    subject = openSqliteSubject();
    const { user, store } = subject;
    const fat = names.map((name) => ({ ...movie(user, name), note: 'x'.repeat(390 * 1024) }));
    await store.insertIfAbsent(fat, inTime());
  });

  afterEach(() => subject.close());

  test('are neither returned nor removed', async () => {
    const body = { ids: names.map(movieKey) };
    const call = { user: subject.user, request: body, deadline: wholeDeadline() };

    const failures = [
      await failureOf(getRecords(subject)(call)),
      await failureOf(remove(subject)(call)),
    ];

    for (const failure of failures) {
      expect(failure).toMatchObject({ status: 413, code: 'too_large' });
      expect(failure.message).toMatch(/ask for fewer of them at once\.$/);
    }
    expect(await allItems(subject)).toHaveLength(14);
  });
});

test('1,001 ids are refused, and 1,000 are not', async () => {
  const subject = openSqliteSubject();
  const { user, store } = subject;
  const { remove: endpoint } = endpoints;
  const route = bindRoute(endpoint, remove({ store }), { corsOrigin: '', log: () => {} });
  const send = (count: number) => {
    const body = JSON.stringify({ ids: Array.from({ length: count }, (_, index) => `${index}`) });
    return route({ user, query: {}, body, deadline: wholeDeadline(), requestId: '' });
  };

  const [most, more] = [await send(1000), await send(1001)];
  await subject.close();

  expect(most).toMatchObject({ status: 200, body: '{"removed":[]}' });
  expect(more.status).toBe(400);
  expect(JSON.parse(more.body)).toEqual({
    message: 'ids: must have at most 1000 elements; split it into several requests',
    code: 'invalid_request',
  });
});
