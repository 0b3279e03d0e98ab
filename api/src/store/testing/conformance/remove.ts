import { expect } from 'vitest';
import type { WholeItem } from '../../whole-item.ts';
import {
  foreign,
  inTime,
  movie,
  movieKey,
  newUser,
  numbered,
  readKeys,
  type StoreCase,
  sortByKey,
} from './subject.ts';

const any = () => true;

export const removeCases: StoreCase[] = [
  {
    name: 'remove returns the items that it removes with all their attributes, without duplicates',
    async run({ store, put, user, pk }) {
      const [a, b, c] = [foreign(user, 'a'), movie(user, 'b'), movie(user, 'c')];
      await put([a, b, c]);

      const removed = await store.remove(pk, [b.sk, movieKey('x'), a.sk, b.sk], any, inTime());
      const again = await store.remove(pk, [a.sk, b.sk], any, inTime());

      expect(sortByKey(removed)).toEqual([a, b]);
      expect(again).toEqual([]);
      expect(await readKeys(store, pk)).toEqual([c.sk]);
    },
  },

  {
    name: 'remove keeps items that are not removable',
    async run({ store, put, user, pk }) {
      const [a, b] = [foreign(user, 'a'), foreign(user, 'b', 7)];
      await put([a, b]);
      const isRemovable = ({ timestamp }: WholeItem) => timestamp === 7;

      const removed = await store.remove(pk, [a.sk, b.sk], isRemovable, inTime());

      expect(removed).toEqual([b]);
      expect(await store.getWhole(pk, [a.sk, b.sk], inTime())).toEqual([a]);
    },
  },

  {
    name: "remove does not remove another user's items",
    async run({ store }) {
      const [alice, bob] = [newUser('alice'), newUser('bob')];
      await store.insertIfAbsent([movie(alice.user, 'a')], inTime());
      await store.insertIfAbsent([movie(bob.user, 'a'), movie(bob.user, 'b')], inTime());

      const keys = [movieKey('a'), movieKey('b')];
      const removed = await store.remove(alice.pk, keys, any, inTime());

      expect(removed).toEqual([movie(alice.user, 'a')]);
      expect(await readKeys(store, bob.pk)).toEqual(keys);
    },
  },

  {
    name: 'an item that was removed can be added again',
    async run({ store, put, user, pk }) {
      const item = foreign(user, 'a');
      await put([item]);

      const removed = await store.remove(pk, [item.sk], any, inTime());
      const added = await store.insertIfAbsent(removed, inTime());

      expect(added).toEqual(new Set([item.sk]));
      expect(await store.getWhole(pk, [item.sk], inTime())).toEqual([item]);
    },
  },

  {
    name: 'remove gives each of 40 items to exactly one of 4 concurrent callers',
    async run({ store, put, openAnother, user, pk }) {
      const items = numbered(40).map((name) => movie(user, name));
      await put(items);
      const another = openAnother();
      const callers = [store, another, store, another];
      const sks = items.map(({ sk }) => sk);

      const removed = await Promise.all(
        callers.map((process) => process.remove(pk, sks, any, inTime())),
      );

      expect(sortByKey(removed.flat())).toEqual(items);
      expect(await readKeys(store, pk)).toEqual([]);
    },
  },

  {
    name: 'concurrent callers that remove and add the same items neither lose nor duplicate one',
    async run({ store, put, openAnother, user, pk }) {
      const items = numbered(20).map((name) => movie(user, name));
      await put(items);
      const another = openAnother();
      const callers = [store, another, store, another];
      const sks = items.map(({ sk }) => sk);

      const counts = await Promise.all(
        callers.map(async (process) => {
          let [removed, added] = [0, 0];
          for (let round = 0; round < 3; round += 1) {
            const mine = await process.remove(pk, sks, any, inTime());
            removed += mine.length;
            added += (await process.insertIfAbsent(mine, inTime())).size;
          }
          return { removed, added };
        }),
      );

      const total = (count: 'removed' | 'added') =>
        counts.reduce((sum, { [count]: one }) => sum + one, 0);
      expect(total('removed')).toBeGreaterThanOrEqual(items.length);
      expect(total('added')).toBe(total('removed'));
      expect(sortByKey(await store.getWhole(pk, sks, inTime()))).toEqual(items);
    },
  },
];
