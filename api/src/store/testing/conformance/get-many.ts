import { expect } from 'vitest';
import { movieItem } from '../../items.ts';
import { compareKeys } from '../../keys.ts';
import { inTime, movie, movieKey, newUser, numbered, type StoreCase, show } from './subject.ts';

const names = movieItem.pick({ sk: true, file_name: true });

export const getManyCases: StoreCase[] = [
  {
    name: 'getMany returns the attributes of existing items, without duplicates',
    async run({ store, put, user, pk }) {
      await put([movie(user, 'a'), movie(user, 'b'), movie(user, 'c'), show(user, 'a')]);
      const [a, b, missing] = [movieKey('a'), movieKey('b'), movieKey('missing')];

      const found = await store.getMany(pk, [b, missing, a, b], names, inTime());

      expect(found.toSorted((x, y) => compareKeys(x.sk, y.sk))).toEqual([
        { sk: a, file_name: 'a' },
        { sk: b, file_name: 'b' },
      ]);
    },
  },

  {
    name: "getMany returns the user's own items, even if another user has the same names",
    async run({ store }) {
      const [alice, bob] = [newUser('alice'), newUser('bob')];
      await store.insertIfAbsent([movie(alice.user, 'a', 1)], inTime());
      await store.insertIfAbsent([movie(bob.user, 'a', 2), movie(bob.user, 'b', 2)], inTime());

      const found = await store.getMany(
        alice.pk,
        [movieKey('a'), movieKey('b')],
        movieItem,
        inTime(),
      );

      expect(found).toEqual([movie(alice.user, 'a', 1)]);
    },
  },

  ...([100, 101, 1001].map((count) => ({
    name: `getMany finds every third of ${count} keys, and no other items`,
    async run({ store, put, user, pk }) {
      const asked = numbered(count);
      const there = asked.filter((_, index) => (count - 1 - index) % 3 === 0);
      const notAsked = there.map((name) => `${name} (not asked for)`);
      await put([...there, ...notAsked].map((name) => movie(user, name)));

      const found = await store.getMany(pk, asked.map(movieKey), names, inTime());

      expect(found.map(({ file_name }) => file_name).sort()).toEqual(there);
    },
  })) satisfies StoreCase[]),

  {
    name: 'getMany logs and leaves out items that do not match the schema',
    async run({ store, put, logged, user, pk }) {
      await put([movie(user, 'a', 1_730_000_000_000), movie(user, 'b')]);

      const keys = [movieKey('a'), movieKey('b')];
      const found = await store.getMany(pk, keys, movieItem, inTime());

      expect(found).toEqual([movie(user, 'b')]);
      expect(logged).toMatchObject([
        { level: 'warn', fields: { pk, count: 1, first: ['MOVIE#a: timestamp'] } },
      ]);
    },
  },
];
