import type { WholeRecord } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toCursor } from '../http/cursor.ts';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { isRecordKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { everyKind } from '../store/testing/conformance/every-kind.ts';
import {
  episode,
  foreign,
  inTime,
  movie,
  newUser,
  numbered,
  type Subject,
  show,
} from '../store/testing/conformance/subject.ts';
import { openSqliteSubject } from '../store/testing/sqlite-subject.ts';
import { storeBroken } from '../store/unavailable.ts';
import type { WholeItem } from '../store/whole-item.ts';
import { listRecords } from './list-records.ts';
import { restore } from './restore.ts';
import { stores } from './testing/stores.ts';

const list = ({ store, user }: Subject, before?: string) =>
  listRecords({ store })({ user, request: { before }, deadline: wholeDeadline() });

/** All pages. Calls `meanwhile` after each. */
async function pagesOf(subject: Subject, meanwhile: () => Promise<unknown> = async () => {}) {
  const pages: (readonly WholeRecord[])[] = [];
  let next: string | null | undefined;
  while (next !== null) {
    const page = await list(subject, next);
    pages.push(page.records);
    next = page.next;
    await meanwhile();
  }
  return pages;
}

describe.each(stores)('on %s', (_, open) => {
  let subject: Subject;

  beforeEach(() => {
    subject = open();
  });

  afterEach(() => subject.close());

  test('everything that the user has is listed whole, settings included, and records last', async () => {
    const { user, put } = subject;
    const items: WholeItem[] = [...everyKind(user).map(({ item }) => item), foreign(user, '漢')];
    await put([...items, movie(newUser('bob').user, 'b')]);

    const [listed = [], ...more] = await pagesOf(subject);

    expect(more).toEqual([]);
    expect(new Set(listed)).toEqual(new Set(items));
    const areRecords = listed.map(({ sk }) => isRecordKey(`${sk}`));
    expect(areRecords).toEqual(areRecords.toSorted());
  });

  test('each item is listed once while others are added and removed', async () => {
    const { user, pk, store, put } = subject;
    const items = numbered(1002).map((name) => movie(user, name));
    const passing = movie(user, 'passing');
    await put([...items, passing]);

    const pages = await pagesOf(subject, async () => {
      const added = [episode(user, 'a', '1'), movie(user, 'name 00000 again'), movie(user, 'zzz')];
      await store.insertIfAbsent(added, inTime());
      // The next page begins after this one.
      await store.remove(pk, ['MOVIE#name 00999', passing.sk], () => true, inTime());
    });

    expect(pages.map(({ length }) => length)).toEqual([1000, 3]);
    expect(pages.flat()).toEqual([...items, movie(user, 'zzz')]);
  });
});

describe('on SQLite', () => {
  let subject: Subject;

  beforeEach(() => {
    subject = openSqliteSubject();
  });

  afterEach(() => subject.close());

  test('pages that are restored one after the other keep the metadata of shows', async () => {
    const { user, put, store } = subject;
    const known = { ...show(user, 'a'), tvdb_id: 1, tvdb_name: 'Show', tvdb_average_runtime: 1440 };
    await put([known, ...numbered(1001).map((name) => episode(user, 'a', name))]);
    const bob = newUser('bob');

    const pages = await pagesOf(subject);
    for (const records of pages) {
      await restore({ store })({
        ...bob,
        request: { records: [...records] },
        deadline: wholeDeadline(),
      });
    }

    expect(pages.map(({ length }) => length)).toEqual([1000, 2]);
    const [restored] = await store.getWhole(bob.pk, [known.sk], inTime());
    expect(restored).toEqual({ ...known, ...bob });
  });

  test('a page has at most 2 MiB', async () => {
    const { user, store } = subject;
    const items = numbered(12).map((name) => ({
      ...{ ...movie(user, name), note: 'x'.repeat(390 * 1024) },
    }));
    await store.insertIfAbsent(items, inTime());

    const pages = await pagesOf(subject);

    expect(pages.map(({ length }) => length)).toEqual([5, 5, 2]);
    expect(pages.flat()).toEqual(items);
  });

  test('items of other tools that could not be restored are left out', async () => {
    const { user, pk, put } = subject;
    const fitting = movie(user, 'a');
    const others = { ...fitting, sk: 'MOVIE#b', timestamp: 'yesterday' };
    await put([{ pk, sk: 'NOTE#1', user, text: 'a note' }, others, fitting]);

    expect(await pagesOf(subject)).toEqual([[fitting]]);
  });

  test('few items are read at once', async () => {
    const { user, put, store } = subject;
    const items = [show(user, 'a'), episode(user, 'a', '1'), movie(user, 'b')];
    await put(items);
    const prefixes: string[] = [];
    const readWhole: Store['readWhole'] = (pk, prefix, after, signal) => {
      prefixes.push(prefix);
      return store.readWhole(pk, prefix, after, signal);
    };

    const { records } = await list({ ...subject, store: { ...store, readWhole } });

    expect(records).toEqual(items);
    expect(prefixes).toEqual(['']);
  });

  test('an item of another tool that cannot be read whole does not matter', async () => {
    const { user, put, store } = subject;
    await put([movie(user, 'a')]);
    const readWhole: Store['readWhole'] = (pk, prefix, after, signal) => {
      if (prefix === '') throw storeBroken('has a note that cannot be read', undefined);
      return store.readWhole(pk, prefix, after, signal);
    };

    const { records } = await list({ ...subject, store: { ...store, readWhole } });

    expect(records).toEqual([movie(user, 'a')]);
  });

  test('without items, the only page is empty', async () => {
    expect(await list(subject)).toEqual({ records: [], next: null });
  });

  test.each(['', '!', toCursor(''), toCursor('x'.repeat(1025))])(
    'a cursor that is not of a page is refused (%j)',
    async (before) => {
      const failure = await failureOf(list(subject, before));

      expect(failure.code).toBe('invalid_request');
    },
  );
});
