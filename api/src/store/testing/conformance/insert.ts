import { expect } from 'vitest';
import { type Item, movieItem } from '../../items.ts';
import { compareKeys } from '../../keys.ts';
import { everyKind } from './every-kind.ts';
import {
  episode,
  inTime,
  movie,
  movieKey,
  newUser,
  numbered,
  readAll,
  readKeys,
  type StoreCase,
  show,
  TIMESTAMP,
} from './subject.ts';

const keysOf = (items: readonly Item[]) => new Set(items.map(({ sk }) => sk));

export const insertCases: StoreCase[] = [
  {
    name: 'insertIfAbsent adds new items',
    async run({ store, user, pk }) {
      const items = ['a', 'b', 'c'].map((name) => movie(user, name));

      const added = await store.insertIfAbsent(items, inTime());

      expect(added).toEqual(keysOf(items));
      expect(await readAll(store, { pk, prefix: '' }, movieItem)).toEqual(items);
    },
  },

  {
    name: 'insertIfAbsent does not change existing items',
    async run({ store, user, pk }) {
      const first = ['a', 'b'].map((name) => movie(user, name, 1));
      const second = ['a', 'b'].map((name) => ({ ...movie(user, name, 2), tvdb_name: 'Other' }));
      await store.insertIfAbsent(first, inTime());

      const added = await store.insertIfAbsent(second, inTime());

      expect(added).toEqual(new Set());
      expect(await readAll(store, { pk, prefix: '' }, movieItem)).toEqual(first);
    },
  },

  {
    name: 'insertIfAbsent adds new items among existing ones',
    async run({ store, user, pk }) {
      await store.insertIfAbsent([movie(user, 'b', 1), movie(user, 'd', 1)], inTime());
      const items = ['a', 'b', 'c', 'd', 'e'].map((name) => movie(user, name, 2));

      const added = await store.insertIfAbsent(items, inTime());

      expect(added).toEqual(new Set(['MOVIE#a', 'MOVIE#c', 'MOVIE#e']));
      const stored = await readAll(store, { pk, prefix: '' }, movieItem);
      expect(stored.map(({ timestamp }) => timestamp)).toEqual([2, 1, 2, 1, 2]);
    },
  },

  {
    name: 'insertIfAbsent adds an item only once if it is passed twice',
    async run({ store, user, pk }) {
      const twice = [movie(user, 'a'), movie(user, 'b'), movie(user, 'a')];

      const added = await store.insertIfAbsent(twice, inTime());

      expect([...added].sort()).toEqual(['MOVIE#a', 'MOVIE#b']);
      expect(await readAll(store, { pk, prefix: '' }, movieItem)).toEqual(twice.slice(0, 2));
    },
  },

  {
    name: 'insertIfAbsent adds the groups too, and returns which of all are new',
    async run({ store, user, pk }) {
      const [known, added] = [show(user, 'a'), show(user, 'b')] as const;
      const items = [episode(user, 'a', '1'), episode(user, 'b', '1')] as const;
      await store.insertIfAbsent([known, items[0]], inTime());

      const keys = await store.insertIfAbsent(items, inTime(), [known, added]);

      expect([...keys].toSorted()).toEqual(['EPISODE#b#1', 'SHOW#b']);
      expect(await readKeys(store, pk)).toHaveLength(4);
    },
  },

  {
    name: 'insertIfAbsent adds nothing for an empty list',
    async run({ store, user, pk }) {
      await store.insertIfAbsent([movie(user, 'a')], inTime());

      const added = await store.insertIfAbsent([], inTime());

      expect(added).toEqual(new Set());
      expect(await readKeys(store, pk)).toEqual(['MOVIE#a']);
    },
  },

  {
    name: 'insertIfAbsent adds an item even if another user has the same name',
    async run({ store }) {
      const [alice, bob] = [newUser('alice'), newUser('bob')];
      await store.insertIfAbsent([movie(alice.user, 'a', 1)], inTime());

      const added = await store.insertIfAbsent([movie(bob.user, 'a', 2)], inTime());

      expect(added).toEqual(new Set(['MOVIE#a']));
      expect(await readAll(store, { pk: alice.pk, prefix: '' }, movieItem)).toEqual([
        movie(alice.user, 'a', 1),
      ]);
    },
  },

  {
    name: 'insertIfAbsent keeps every attribute of every type of item',
    async run({ store, user, pk }) {
      const kinds = everyKind(user);

      await store.insertIfAbsent(
        kinds.map(({ item }) => item),
        inTime(),
      );

      for (const { schema, item } of kinds) {
        expect(await store.get({ pk, sk: item.sk }, schema, inTime())).toEqual(item);
      }
    },
  },

  {
    name: 'insertIfAbsent lets exactly one of 10 concurrent callers add each of 120 items',
    async run({ store, openAnother, user, pk }) {
      const names = numbered(120);
      const processes = [store, openAnother()];
      const callers = Array.from({ length: 5 }, () => processes)
        .flat()
        .map((process, caller) => ({ process, timestamp: TIMESTAMP + caller }));

      const added = await Promise.all(
        callers.map(async ({ process, timestamp }) => {
          const items = names.map((name) => movie(user, name, timestamp));
          const keys = await process.insertIfAbsent(items, inTime());
          return [...keys].map((sk) => ({ sk, timestamp }));
        }),
      );

      const bySortKey = added.flat().sort((a, b) => compareKeys(a.sk, b.sk));
      expect(bySortKey.map(({ sk }) => sk)).toEqual(names.map(movieKey));
      const schema = movieItem.pick({ sk: true, timestamp: true });
      expect(await readAll(store, { pk, prefix: '' }, schema)).toEqual(bySortKey);
    },
  },

  {
    name: 'insertIfAbsent adds items that every other process sees at once',
    async run({ store, openAnother, user, pk }) {
      const another = openAnother();

      for (const name of ['a', 'b', 'c']) {
        const item = movie(user, name);
        await store.insertIfAbsent([item], inTime());

        expect(await another.existing(pk, [item.sk], inTime())).toEqual(new Set([item.sk]));
        expect(await another.get(item, movieItem, inTime())).toEqual(item);
        expect(await readAll(another, { pk, prefix: item.sk }, movieItem)).toEqual([item]);
      }
    },
  },
];
