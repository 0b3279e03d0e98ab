import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTurn } from '../../kernel/turns.ts';
import { movieItem } from '../items.ts';
import type { Store } from '../store.ts';
import { inTime, movie, newUser, readAll } from '../testing/conformance/subject.ts';
import { openMemoryStore } from '../testing/memory-store.ts';

const { user, pk } = newUser();
/** More than one page. */
const movies = Array.from({ length: 2500 }, (_, index) => movie(user, `${index}`));
const sks = movies.map(({ sk }) => sk);

let store: Store;
beforeEach(async () => {
  store = openMemoryStore();
  await store.insertIfAbsent(movies, inTime());
});
afterEach(() => store.close());

async function readWhole(): Promise<void> {
  for await (const _ of store.readWhole(pk, '', undefined, inTime()));
}

const reads: Readonly<Record<string, () => Promise<unknown>>> = {
  existing: () => store.existing(pk, sks, inTime()),
  getMany: () => store.getMany(pk, sks, movieItem, inTime()),
  getWhole: () => store.getWhole(pk, sks, inTime()),
  read: () => readAll(store, { pk, prefix: 'MOVIE#' }, movieItem),
  readWhole,
};

test.each(Object.entries(reads))(
  'another user does not wait for the end of %s',
  async (_, read) => {
    const ended: string[] = [];
    const { signal } = new AbortController();

    const reading = inTurn('alice', signal, read).then(() => ended.push('long'));
    const other = inTurn('bob', signal, async () => ended.push('short'));
    await Promise.all([reading, other]);

    expect(ended).toEqual(['short', 'long']);
  },
);
