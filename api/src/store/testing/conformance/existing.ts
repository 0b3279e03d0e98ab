import { expect } from 'vitest';
import {
  episode,
  inTime,
  movie,
  movieKey,
  newUser,
  numbered,
  type StoreCase,
  show,
} from './subject.ts';

export const existingCases: StoreCase[] = [
  {
    name: 'existing finds none, some or all of the keys',
    async run({ store, user, pk }) {
      const [a, b, c, d] = [movieKey('a'), movieKey('b'), movieKey('c'), movieKey('d')];
      await store.insertIfAbsent([movie(user, 'b'), movie(user, 'd')], inTime());

      const none = await store.existing(pk, [a, c], inTime());
      const some = await store.existing(pk, [a, b, c, d], inTime());
      const all = await store.existing(pk, [d, b], inTime());

      expect(none).toEqual(new Set());
      expect(some).toEqual(new Set([b, d]));
      expect(all).toEqual(new Set([b, d]));
    },
  },

  {
    name: 'existing returns a key only once if it is passed twice',
    async run({ store, user, pk }) {
      const [a, b] = [movieKey('a'), movieKey('b')];
      await store.insertIfAbsent([movie(user, 'a')], inTime());

      const found = await store.existing(pk, [a, a, b, b, a], inTime());

      expect(found).toEqual(new Set([a]));
    },
  },

  {
    name: 'existing returns nothing for an empty list of keys',
    async run({ store, user, pk }) {
      await store.insertIfAbsent([movie(user, 'a')], inTime());

      const found = await store.existing(pk, [], inTime());

      expect(found).toEqual(new Set());
      expect(await store.existing(pk, [movieKey('a')], inTime())).toEqual(new Set([movieKey('a')]));
    },
  },

  ...([100, 101, 1001].map((count) => ({
    name: `existing finds every third of ${count} keys, and no other items`,
    async run({ store, put, user, pk }) {
      const names = numbered(count);
      const there = names.filter((_, index) => (count - 1 - index) % 3 === 0);
      const notAsked = there.map((name) => `${name} (not asked for)`);
      await put([...there, ...notAsked].map((name) => movie(user, name)));

      const found = await store.existing(pk, names.map(movieKey), inTime());

      expect([...found].sort()).toEqual(there.map(movieKey));
    },
  })) satisfies StoreCase[]),

  ...([1, 101].map((count) => ({
    name: `existing separates users and types of item, with ${count} keys of each`,
    async run({ store, put }) {
      const [alice, bob] = [newUser('alice'), newUser('bob')];
      const names = numbered(count);
      await put([
        ...names.map((name) => episode(alice.user, 'folder', name)),
        ...names.map((name) => movie(bob.user, name)),
        show(bob.user, 'folder'),
      ]);
      const asked = [
        ...names.map((name) => episode(alice.user, 'folder', name).sk),
        ...names.map(movieKey),
        show(alice.user, 'folder').sk,
      ];

      const [alices, bobs] = [
        await store.existing(alice.pk, asked, inTime()),
        await store.existing(bob.pk, asked, inTime()),
      ];

      expect([...alices].sort()).toEqual(asked.slice(0, count));
      expect([...bobs].sort()).toEqual(asked.slice(count));
    },
  })) satisfies StoreCase[]),
];
