import { expect } from 'vitest';
import * as z from 'zod';
import { movieItem, showItem } from '../../items.ts';
import { inTime, movie, newUser, type StoreCase, show } from './subject.ts';

const metadata = showItem.pick({ folder_name: true, tvdb_id: true, tvdb_name: true });

export const getCases: StoreCase[] = [
  {
    name: 'get returns an existing item, and undefined for a missing one',
    async run({ store, user, pk }) {
      await store.insertIfAbsent([movie(user, 'a')], inTime());

      const present = await store.get({ pk, sk: 'MOVIE#a' }, movieItem, inTime());
      const absent = await store.get({ pk, sk: 'MOVIE#b' }, movieItem, inTime());

      expect(present).toEqual(movie(user, 'a'));
      expect(absent).toBeUndefined();
    },
  },

  {
    name: "get returns the user's own item, even if another user has the same name",
    async run({ store }) {
      const [alice, bob] = [newUser('alice'), newUser('bob')];
      await store.insertIfAbsent([movie(alice.user, 'a', 1)], inTime());
      await store.insertIfAbsent([movie(bob.user, 'a', 2)], inTime());

      const item = await store.get({ pk: alice.pk, sk: 'MOVIE#a' }, movieItem, inTime());

      expect(item).toEqual(movie(alice.user, 'a', 1));
    },
  },

  {
    name: 'get treats a NULL optional attribute as missing',
    async run({ store, put, logged, user, pk }) {
      const item = { ...show(user, 'folder'), tvdb_id: null, tvdb_name: 'Example', version: null };
      await put([item]);

      const found = await store.get({ pk, sk: item.sk }, metadata, inTime());

      expect({ ...found, tvdb_id: found?.tvdb_id ?? null }).toEqual({
        folder_name: 'folder',
        tvdb_id: null,
        tvdb_name: 'Example',
      });
      expect(logged).toEqual([]);
    },
  },

  {
    name: 'get returns only the requested attributes',
    async run({ store, put, user, pk }) {
      await put([{ ...movie(user, 'a'), version: 3, note: 'of another tool' }]);

      const [known, unknown] = [
        await store.get({ pk, sk: 'MOVIE#a' }, movieItem.pick({ file_name: true }), inTime()),
        await store.get({ pk, sk: 'MOVIE#a' }, z.object({ note: z.string() }), inTime()),
      ];

      expect(known).toEqual({ file_name: 'a' });
      expect(unknown).toEqual({ note: 'of another tool' });
    },
  },

  {
    name: 'get logs an item that does not match the schema, and returns undefined',
    async run({ store, put, logged, user, pk }) {
      const milliseconds = 1_730_000_000_000;
      await put([movie(user, 'a', milliseconds)]);

      const item = await store.get({ pk, sk: 'MOVIE#a' }, movieItem, inTime());

      expect(item).toBeUndefined();
      expect(logged).toMatchObject([
        { level: 'warn', fields: { pk, count: 1, first: ['MOVIE#a: timestamp'] } },
      ]);
    },
  },
];
