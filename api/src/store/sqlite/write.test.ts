import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextRound } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Store } from '../store.ts';
import {
  inTime,
  movie,
  newUser,
  numbered,
  readKeys,
  show,
} from '../testing/conformance/subject.ts';
import { newDatabaseFile } from '../testing/sqlite-subject.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** Several times as many as are written in one turn of the event loop. */
const MANY = 2500;

const unavailable = { name: 'PublicError', code: 'store_unavailable' };

let file: string;
let store: Store;

function openStore(): Store {
  const opened = openSqliteStore(file, () => {});
  onTestFinished(() => opened.close());
  return opened;
}

beforeEach(() => {
  const created = newDatabaseFile();
  onTestFinished(created.remove);
  file = created.file;
  store = openStore();
});

const movies = (user: string, count = MANY) => numbered(count).map((name) => movie(user, name));

/** A signal that aborts at the step of this number. */
function abortAfter(count: number) {
  const controller = new AbortController();
  let left = count;
  return {
    signal: controller.signal,
    step() {
      left -= 1;
      if (left === 0) controller.abort(new Error('the time is up'));
      return true;
    },
  };
}

describe('a call that fails halfway changes nothing:', () => {
  test.each([
    ['in the middle', MANY / 2],
    ['with its last item', MANY],
  ])('an insertion whose time is up %s', async (_, count) => {
    const { user, pk } = newUser();
    const { signal, step } = abortAfter(count);
    const items = movies(user).map((item) => ({
      ...item,
      // Read when the item is written.
      get source() {
        step();
        return 'a request';
      },
    }));

    const inserting = store.insertIfAbsent(items, signal, [show(user, 'a')]);

    await expect(inserting).rejects.toMatchObject(unavailable);
    expect(await readKeys(store, pk)).toEqual([]);
    expect((await store.insertIfAbsent(movies(user), inTime())).size).toBe(MANY);
  });

  test('an insertion of an item that the database refuses', async () => {
    const { user, pk } = newUser();
    const shell = new DatabaseSync(file);
    shell.exec('CREATE UNIQUE INDEX one_of_each ON items (pk, source)');
    shell.close();
    const twice = [movie(user, 'x'), movie(user, 'y')].map((item) => ({ ...item, source: 'same' }));

    const inserting = store.insertIfAbsent([...movies(user), ...twice], inTime());

    await expect(inserting).rejects.toMatchObject(unavailable);
    expect(await readKeys(store, pk)).toEqual([]);
  });

  test('a removal whose time is up', async () => {
    const { user, pk } = newUser();
    const items = movies(user);
    await store.insertIfAbsent(items, inTime());
    const { signal, step } = abortAfter(MANY / 2);
    const sks = items.map(({ sk }) => sk);

    const removing = store.remove(pk, sks, step, signal);

    await expect(removing).rejects.toMatchObject(unavailable);
    expect(await readKeys(store, pk)).toEqual(sks);
  });
});

describe('while a long insertion runs,', () => {
  test('others get their turn, and read what was committed before', async () => {
    const { user, pk } = newUser();
    await store.insertIfAbsent([movie(user, 'before')], inTime());
    const inserting = store.insertIfAbsent(movies(user), inTime());

    await nextRound();
    const keys = await readKeys(store, pk);

    expect(keys).toEqual(['MOVIE#before']);
    await inserting;
    expect(await readKeys(store, pk)).toHaveLength(MANY + 1);
  });

  test('a write that waits for it ends when its own time is up', async () => {
    const { user, pk } = newUser();
    const controller = new AbortController();
    const inserting = store.insertIfAbsent(movies(user), inTime());

    const waiting = store.insertIfAbsent([movie(user, 'late')], controller.signal);
    controller.abort();

    await expect(waiting).rejects.toMatchObject(unavailable);
    expect(await readKeys(store, pk)).toEqual([]);
    await inserting;
    expect(await readKeys(store, pk)).toHaveLength(MANY);
  });

  test('another connection that adds the same items waits for it', async () => {
    const { user } = newUser();

    const added = await Promise.all(
      [store, openStore()].map((opened) => opened.insertIfAbsent(movies(user), inTime())),
    );

    expect(added.map(({ size }) => size).toSorted()).toEqual([0, MANY]);
  });
});

test('if another program has locked the file, writes that have waited for each other do not wait again', async () => {
  const exec = vi.spyOn(DatabaseSync.prototype, 'exec');
  onTestFinished(() => exec.mockRestore());
  const hasty = openSqliteStore(file, () => {}, { patienceMs: 100 });
  onTestFinished(() => hasty.close());
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  other.exec('BEGIN IMMEDIATE');
  const { user } = newUser();
  const begins = () => exec.mock.calls.filter(([sql]) => sql === 'BEGIN IMMEDIATE').length;

  const [first, ...others] = movies(user, 3).map((item) => hasty.insertIfAbsent([item], inTime()));
  await expect(first).rejects.toMatchObject(unavailable);
  const atFirst = begins();
  const outcomes = await Promise.allSettled(others);

  expect(outcomes).toMatchObject(outcomes.map(() => ({ reason: unavailable })));
  expect(begins() - atFirst).toBeLessThanOrEqual(others.length);
});
