import { expect } from 'vitest';
import type { WholeItem } from '../../whole-item.ts';
import { everyKind } from './every-kind.ts';
import {
  episode,
  foreign,
  inTime,
  movie,
  movieKey,
  newUser,
  numbered,
  type StoreCase,
  show,
  sortByKey,
} from './subject.ts';

async function readAllWhole(
  { store, pk }: Pick<Parameters<StoreCase['run']>[0], 'store' | 'pk'>,
  after?: string,
  prefix = '',
): Promise<WholeItem[]> {
  const pages = await Array.fromAsync(store.readWhole(pk, prefix, after, inTime()));
  return pages.flat();
}

export const wholeCases: StoreCase[] = [
  {
    name: 'getWhole returns existing items with all their attributes, without duplicates',
    async run({ store, put, user, pk }) {
      const [a, b] = [foreign(user, 'a'), movie(user, 'b')];
      await put([a, b, movie(user, 'c')]);

      const found = await store.getWhole(pk, [b.sk, a.sk, movieKey('x'), b.sk], inTime());

      expect(sortByKey(found)).toEqual([a, b]);
    },
  },

  {
    name: "getWhole returns the user's own items, even if another user has the same names",
    async run({ store }) {
      const [alice, bob] = [newUser('alice'), newUser('bob')];
      await store.insertIfAbsent([movie(alice.user, 'a', 1)], inTime());
      await store.insertIfAbsent([movie(bob.user, 'a', 2), movie(bob.user, 'b', 2)], inTime());

      const found = await store.getWhole(alice.pk, [movieKey('a'), movieKey('b')], inTime());

      expect(found).toEqual([movie(alice.user, 'a', 1)]);
    },
  },

  ...([101, 1001].map((count) => ({
    name: `getWhole finds every third of ${count} keys, and no other items`,
    async run({ store, put, user, pk }) {
      const names = numbered(count);
      const there = names.filter((_, index) => (count - 1 - index) % 3 === 0);
      const notAsked = there.map((name) => movie(user, `${name} (not asked for)`));
      const items = there.map((name) => movie(user, name));
      await put([...items, ...notAsked]);

      const found = await store.getWhole(pk, names.map(movieKey), inTime());

      expect(sortByKey(found)).toEqual(items);
    },
  })) satisfies StoreCase[]),

  {
    name: 'readWhole returns all items of the user with all their attributes, in key order',
    async run({ store, put, user, pk }) {
      const other = newUser('bob');
      const unknown = { pk, sk: 'NOTE#1', user, text: 'of another tool' };
      const items = sortByKey<WholeItem>([
        ...everyKind(user).map(({ item }) => item),
        ...[foreign(user, '漢'), foreign(user, '😀'), foreign(user, '\u{FFFF}'), unknown],
        show(user, 'a'),
      ]);
      await put([...items.toReversed(), movie(other.user, 'a'), episode(other.user, 'a', 'b')]);

      expect(await readAllWhole({ store, pk })).toEqual(items);
    },
  },

  {
    name: 'readWhole begins after a key, whether or not it exists',
    async run({ store, put, user, pk }) {
      const items = ['a', 'a\0', 'b', 'c'].map((name) => movie(user, name));
      await put(items);

      const rest = [];
      for (const after of ['', 'MOVIE#a', 'MOVIE#a\0', 'MOVIE#b', 'MOVIE#bb', 'MOVIE#c', 'N']) {
        rest.push((await readAllWhole({ store, pk }, after || undefined)).length);
      }

      expect(rest).toEqual([4, 3, 2, 1, 1, 0, 0]);
      expect(await readAllWhole({ store, pk }, 'MOVIE#a')).toEqual(items.slice(1));
    },
  },

  {
    name: 'readWhole returns only the items of a prefix, also after a key',
    async run({ store, put, user, pk }) {
      const shows = ['a', 'b'].map((name) => show(user, name));
      await put([...shows, movie(user, 'a'), { pk, sk: 'SHOW', user }, { pk, sk: 'SHOW$', user }]);

      expect(await readAllWhole({ store, pk }, undefined, 'SHOW#')).toEqual(shows);
      expect(await readAllWhole({ store, pk }, 'SHOW#a', 'SHOW#')).toEqual(shows.slice(1));
    },
  },

  {
    name: 'readWhole returns several pages in order, without duplicates',
    async run({ store, put, user, pk }) {
      // A page has at most a thousand items.
      const items = numbered(1001).map((name) => movie(user, name));
      await put(items);

      const pages = await Array.fromAsync(store.readWhole(pk, '', undefined, inTime()));

      expect(pages.length).toBeGreaterThan(1);
      expect(pages.flat()).toEqual(items);
    },
  },

  {
    name: 'insertIfAbsent keeps every attribute of a whole item',
    async run({ store, user, pk }) {
      const items = [foreign(user, 'a'), foreign(user, 'b')];

      const added = await store.insertIfAbsent(items, inTime());

      expect(added).toEqual(new Set([movieKey('a'), movieKey('b')]));
      expect(await readAllWhole({ store, pk })).toEqual(items);
    },
  },
];
