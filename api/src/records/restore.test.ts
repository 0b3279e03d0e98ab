import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { mediaKinds, type WholeRecord } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { emptyStore, journaling } from '../shows/testing/shows.ts';
import type { Attributes } from '../store/attributes.ts';
import type { Store } from '../store/store.ts';
import { anyAttributes } from '../store/testing/any-attributes.ts';
import { everyKind } from '../store/testing/conformance/every-kind.ts';
import {
  episode,
  foreign,
  inTime,
  movie,
  newUser,
  type Subject,
  show,
  sortByKey,
} from '../store/testing/conformance/subject.ts';
import { openSqliteSubject } from '../store/testing/sqlite-subject.ts';
import { toAttributes, toWholeItem, type WholeItem } from '../store/whole-item.ts';
import { listRecords } from './list-records.ts';
import { remove } from './remove.ts';
import { restore } from './restore.ts';
import { allItems, stores } from './testing/stores.ts';

type Target = Pick<Subject, 'store' | 'user'>;

const restoreTo = ({ store, user }: Target, records: readonly WholeRecord[]) =>
  restore({ store })({ user, request: { records: [...records] }, deadline: wholeDeadline() });

/** What a client gets and sends. */
const inJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** The same item as another user has it. */
const ownedBy = ({ user, pk }: Pick<Subject, 'user' | 'pk'>, item: WholeItem): WholeItem => ({
  ...item,
  ...{ user, pk },
});

const pairs = stores.flatMap(([from, openFrom]) =>
  stores.map(([to, openTo]) => [from, to, openFrom, openTo] as const),
);

describe.each(pairs)('from %s into %s', (_from, _to, openFrom, openTo) => {
  let source: Subject;
  let target: Subject;

  beforeEach(() => {
    source = openFrom();
    target = openTo();
  });

  afterEach(() => Promise.all([source.close(), target.close()]));

  test('everything that GET /records lists is restored, with all its attributes', async () => {
    const { user, store } = source;
    const items: WholeItem[] = [
      ...[...everyKind(user).map(({ item }) => item), foreign(user, '漢'), foreign(user, 'b')],
      { ...movie(user, 'b', 9), sk: 'MOVIE#b#9', rewatch_of: 'MOVIE#b' },
    ];
    await source.put(items);
    const call = { user, request: {}, deadline: wholeDeadline() };
    const { records } = await listRecords({ store })(call);

    const answers = [
      await restoreTo(target, inJson(records)),
      await restoreTo(target, inJson(records)),
    ];

    expect(answers).toEqual([{ restored: items.length }, { restored: 0 }]);
    // The show of the episode, which has a made-up key, is added too.
    const show = { ...ownedBy(target, { pk: '', sk: 'SHOW#the folder_name' }), version: 1 };
    const expected = [...items, { ...show, folder_name: 'the folder_name' }];
    expect(await allItems(target)).toEqual(
      sortByKey(expected.map((item) => ownedBy(target, item))),
    );
  });
});

/** The AWS SDK drops an attribute called `__proto__`. */
function withoutProto(value: AttributeValue): AttributeValue {
  if (value.L) return { L: value.L.map(withoutProto) };
  return value.M ? { M: allWithoutProto(value.M) } : value;
}

const allWithoutProto = (attributes: Attributes): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name !== '__proto__')
      .map(([name, value]) => [name, withoutProto(value)]),
  );

/** Attributes of other tools, and some of the tracker's with any value. */
const anyRecord = anyAttributes(['source', 'version', 'tmdb_name', 'toString', 'pk', 'user']).map(
  allWithoutProto,
);

test('any record can move from SQLite to DynamoDB and back with all its attributes', async () => {
  const sqlite = emptyStore();
  const dynamodb = stores[1][1]();
  onTestFinished(async () => {
    sqlite.close();
    await dynamodb.close();
  });
  /** Removes these records, and restores them for another user. */
  async function move(from: Target, to: Target, ids: string[]) {
    const call = { user: from.user, request: { ids }, deadline: wholeDeadline() };
    const { removed } = await remove(from)(call);
    return restoreTo(to, inJson(removed));
  }

  const property = fc.asyncProperty(fc.array(anyRecord, { maxLength: 5 }), async (drawn) => {
    const first = { store: sqlite, ...newUser() };
    const second = { store: dynamodb.store, ...newUser() };
    const third = { store: sqlite, ...newUser() };
    const items = drawn.map((attributes, index) =>
      toWholeItem({ ...attributes, ...toAttributes(movie(first.user, `${index}`)) }),
    );
    await first.store.insertIfAbsent(items, inTime());
    const ids = items.map(({ sk }) => sk);

    const answers = [await move(first, second, ids), await move(second, third, ids)];

    expect(answers).toEqual([{ restored: items.length }, { restored: items.length }]);
    expect(await allItems(third)).toEqual(items.map((item) => ownedBy(third, item)));
    expect([...(await allItems(first)), ...(await allItems(second))]).toEqual([]);
  });

  await fc.assert(property, { numRuns: 12 });
});

describe.each(stores)('on %s', (_, open) => {
  let subject: Subject;

  beforeEach(() => {
    subject = open();
  });

  afterEach(() => subject.close());

  test('existing items are never overwritten', async () => {
    const { user, put } = subject;
    const existing = [movie(user, 'a', 7), { ...show(user, 'b'), version: 3, tvdb_name: 'B' }];
    await put(existing);

    const answer = await restoreTo(subject, [
      ...[
        { ...foreign(user, 'a', 8), tvdb_name: 'Other' },
        { ...show(user, 'b'), version: 9 },
      ],
      movie(user, 'c'),
    ]);

    expect(answer).toEqual({ restored: 1 });
    const [a, b] = existing;
    expect(await allItems(subject)).toEqual([a, movie(user, 'c'), b]);
  });

  test("another user's items become the caller's, wherever they name their owner", async () => {
    const bob = newUser('bob');
    const { sk, ...names } = movie(bob.user, 'a');
    const hidden = { pk: { S: bob.pk }, user: { S: bob.user }, sk: { S: 'MOVIE#z' } };

    await restoreTo(subject, [
      { ...names, sk },
      { ...movie(bob.user, 'b'), other_attributes: { ...hidden, tags: { SS: ['t'] } } },
      { ...episode(bob.user, 'c', '1'), other_attributes: hidden },
    ]);

    expect(await allItems({ ...subject, ...bob })).toEqual([]);
    const { user } = subject;
    expect(await allItems(subject)).toEqual([
      episode(user, 'c', '1'),
      movie(user, 'a'),
      { ...movie(user, 'b'), other_attributes: { tags: { SS: ['t'] } } },
      { ...show(user, 'c'), version: 1 },
    ]);
  });
});

describe('on SQLite', () => {
  let subject: Subject;

  beforeEach(() => {
    subject = openSqliteSubject();
  });

  afterEach(() => subject.close());

  test('a missing show is added before its episodes, and one in the request is kept', async () => {
    const { user, store } = subject;
    const journal: string[] = [];
    const b = { ...show(user, 'b'), tvdb_name: 'B', version: 4 };
    const records = [episode(user, 'a', '1'), episode(user, 'b', '1'), b];

    const answer = await restoreTo({ user, store: journaling(store, journal) }, records);

    expect(answer).toEqual({ restored: 3 });
    expect(journal).toEqual([
      ...['insert SHOW#a', 'insert SHOW#b', 'insert EPISODE#a#1', 'insert EPISODE#b#1'],
    ]);
    expect((await allItems(subject)).slice(2)).toEqual([{ ...show(user, 'a'), version: 1 }, b]);
  });

  test('an existing episode gets its missing show back, and known items are not written again', async () => {
    const { user, store, put } = subject;
    await put([episode(user, 'a', '1')]);
    const journal: string[] = [];
    const through = { user, store: journaling(store, journal) };

    const answers = [
      await restoreTo(through, [episode(user, 'a', '1')]),
      await restoreTo(through, [episode(user, 'a', '1')]),
    ];

    expect(answers).toEqual([{ restored: 0 }, { restored: 0 }]);
    expect(journal).toEqual(['insert SHOW#a']);
  });

  test('an item that is listed twice is restored once', async () => {
    const { user } = subject;

    const answer = await restoreTo(subject, [movie(user, 'a', 7), movie(user, 'a', 7)]);

    expect(answer).toEqual({ restored: 1 });
  });

  test('every kind’s records and groups, and the settings, count', async () => {
    const kinds = mediaKinds.flatMap(({ group }) => (group === null ? [1] : [1, 1]));
    const items = everyKind(subject.user).map(({ item }) => item);

    const answer = await restoreTo(subject, items);

    expect(answer).toEqual({ restored: kinds.length + 1 });
  });

  describe('a request is refused with a path, and nothing written,', () => {
    const good = movie('alice', 'a');
    const { sk: _sk, ...keyless } = good;

    test.each<[string, WholeRecord, string]>([
      ['does not fit its schema', { ...good, timestamp: 'today' }, 'records[3].timestamp: '],
      ['lacks an attribute', { ...good, file_name: undefined }, 'records[3].file_name: '],
      ['has no key', keyless, 'records[3].sk: '],
      [
        'has a hidden key',
        { ...keyless, other_attributes: { sk: { S: 'MOVIE#a' } } },
        'records[3].sk: ',
      ],
      ['is of an unknown type', { ...good, sk: 'NOTE#1' }, 'records[3].sk: is not the sort key'],
      [
        'has a key that is too long',
        { ...good, sk: `MOVIE#${'x'.repeat(1019)}` },
        'records[3].sk: ',
      ],
      ['has a list', { ...good, tags: ['a'] }, 'records[3].tags: '],
      ['has an invalid number', { ...good, rating: 1e200 }, 'records[3].rating: '],
      [
        'has an attribute in another format',
        { ...good, other_attributes: { tags: { SS: [5] } } },
        'records[3].other_attributes.tags',
      ],
      [
        'is an episode whose show has a key that is too long',
        { ...episode('alice', 'a', '1'), folder_name: 'x'.repeat(1020) },
        'records[3].folder_name: ',
      ],
    ])('if one %s', async (_, bad, path) => {
      const others = ['b', 'c', 'd'].map((name) => movie('alice', name));

      const failure = await failureOf(restoreTo(subject, [...others, inJson(bad)]));

      expect(failure).toMatchObject({ status: 400, code: 'invalid_request' });
      expect(failure.message.slice(0, path.length)).toBe(path);
      expect(await allItems(subject)).toEqual([]);
    });
  });

  describe('a record whose key belongs to another record', () => {
    const rewatched = (at: number, more: object = {}) => ({
      ...movie(subject.user, 'a', at),
      ...{ sk: 'MOVIE#a#9', rewatch_of: 'MOVIE#a', ...more },
    });
    const MOVED =
      '"MOVIE#a#9" is the id of another viewing, which has been moved to another time; leave it out of the request';

    test.each<[string, () => WholeItem, () => WholeItem, string]>([
      [
        'of another folder',
        () => episode(subject.user, 'a#b', 'c'),
        () => episode(subject.user, 'a', 'b#c'),
        'folder "a", file "b#c" has the same key as folder "a#b", file "c"; leave it out of the request',
      ],
      [
        'of a rewatch',
        () => rewatched(9),
        () => movie(subject.user, 'a#9'),
        'file "a#9" has the same key as the rewatch of file "a"; leave it out of the request',
      ],
      [
        'of another viewing',
        () => rewatched(9, { source: 'run 2' }),
        () => rewatched(8, { source: 'run 1' }),
        MOVED,
      ],
    ])('(%s) is refused, and nothing is written', async (_, first, second, message) => {
      const { user, put } = subject;
      await put([first()]);
      const elsewhere = { ...subject, ...newUser('bob') };

      const failures = [
        await failureOf(restoreTo(subject, [movie(user, 'z'), episode(user, 'x', 'y'), second()])),
        await failureOf(restoreTo(elsewhere, [movie(user, 'z'), first(), second()])),
      ];

      expect(failures.map((failure) => failure.body())).toEqual([
        { code: 'conflict', message },
        { code: 'conflict', message },
      ]);
      expect(await allItems(subject)).toEqual([first()]);
      expect(await allItems(elsewhere)).toEqual([]);
    });

    test('is refused if that is added during the request', async () => {
      const { user, store, put } = subject;
      const overtaken: Store = {
        ...store,
        async insertIfAbsent(...args) {
          await put([episode(user, 'a#b', 'c')]);
          return store.insertIfAbsent(...args);
        },
      };

      const failure = await failureOf(
        restoreTo({ user, store: overtaken }, [episode(user, 'a', 'b#c')]),
      );

      expect(failure.code).toBe('conflict');
    });

    test.each([
      ['with the same source', { source: 'run 1' }],
      ['without a source', {}],
    ])('is the same one if it was only moved (%s)', async (_, more) => {
      await subject.put([rewatched(8, more)]);

      expect(await restoreTo(subject, [rewatched(9, more)])).toEqual({ restored: 0 });
      expect(await allItems(subject)).toEqual([rewatched(8, more)]);
    });
  });
});

test('a moved record that is removed is restored to the time to which it was moved', async () => {
  const subject = openSqliteSubject();
  onTestFinished(() => subject.close());
  const { user, put } = subject;
  const moved = { ...movie(user, 'a', 8), sk: 'MOVIE#a#9', rewatch_of: 'MOVIE#a' };
  await put([moved]);

  const call = { user, request: { ids: ['MOVIE#a#9'] }, deadline: wholeDeadline() };
  const { removed } = await remove(subject)(call);
  await restoreTo(subject, inJson(removed));

  expect(await allItems(subject)).toEqual([moved]);
});
