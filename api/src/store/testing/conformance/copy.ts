import { expect } from 'vitest';
import * as z from 'zod';
import { movieItem } from '../../items.ts';
import { compareKeys } from '../../keys.ts';
import type { Copy } from '../../store.ts';
import { everyKind } from './every-kind.ts';
import {
  inTime,
  movie,
  movieKey,
  newUser,
  numbered,
  readAll,
  readKeys,
  type StoreCase,
  TIMESTAMP,
} from './subject.ts';

/** A rewatch of a movie. */
const again = (name: string, timestamp: number): Copy => ({
  from: movieKey(name),
  to: movieKey(`${name}#again`),
  attributes: { timestamp, rewatch_of: movieKey(name), source: null },
});

export const copyCases: StoreCase[] = [
  {
    name: 'copyIfAbsent adds copies with their own attributes, and does not change the originals',
    async run({ store, user, pk }) {
      const [a, b] = [{ ...movie(user, 'a', 1), source: 'first' }, movie(user, 'b', 1)];
      await store.insertIfAbsent([a, b], inTime());

      const added = await store.copyIfAbsent(
        pk,
        [{ ...again('a', 2), attributes: { timestamp: 2, source: 'second' } }, again('b', 3)],
        inTime(),
      );

      expect(added).toEqual(new Set(['MOVIE#a#again', 'MOVIE#b#again']));
      expect(await readAll(store, { pk, prefix: '' }, movieItem)).toEqual([
        a,
        { ...a, sk: 'MOVIE#a#again', timestamp: 2, source: 'second' },
        b,
        { ...b, sk: 'MOVIE#b#again', timestamp: 3, rewatch_of: 'MOVIE#b' },
      ]);
    },
  },

  {
    name: 'copyIfAbsent removes attributes that are null in the copy',
    async run({ store, user, pk }) {
      await store.insertIfAbsent([{ ...movie(user, 'a'), source: 'first' }], inTime());

      await store.copyIfAbsent(pk, [again('a', 2)], inTime());

      const [copy] = await readAll(store, { pk, prefix: 'MOVIE#a#' }, movieItem);
      expect(copy).toEqual({
        ...movie(user, 'a', 2),
        ...{ sk: 'MOVIE#a#again', rewatch_of: 'MOVIE#a' },
      });
      expect(copy?.source).toBeUndefined();
    },
  },

  {
    name: 'copyIfAbsent keeps every attribute of every type of item',
    async run({ store, user, pk }) {
      const kinds = everyKind(user);
      await store.insertIfAbsent(
        kinds.map(({ item }) => item),
        inTime(),
      );

      await store.copyIfAbsent(
        pk,
        kinds.map(({ item: { sk } }) => ({ from: sk, to: `${sk}#again`, attributes: {} })),
        inTime(),
      );

      for (const { schema, item } of kinds) {
        const sk = `${item.sk}#again`;
        expect(await store.get({ pk, sk }, schema, inTime())).toEqual({ ...item, sk });
      }
    },
  },

  {
    name: 'copyIfAbsent keeps attributes of other tools',
    async run({ store, put, user, pk }) {
      await put([{ ...movie(user, 'a'), note: 'of another tool', rating: 4.5, flag: null }]);

      await store.copyIfAbsent(pk, [again('a', 2)], inTime());

      const schema = z.object({ note: z.string(), rating: z.number(), flag: z.null().optional() });
      const key = { pk, sk: 'MOVIE#a#again' };
      expect(await store.get(key, schema, inTime())).toMatchObject({
        note: 'of another tool',
        rating: 4.5,
      });
    },
  },

  {
    name: 'copyIfAbsent replaces attributes of another type',
    async run({ store, put }) {
      const { user, pk } = newUser();
      await put(
        ['a', 'b'].map((name) => ({ ...movie(user, name), source: 5, timestamp: 'today' })),
      );

      const { attributes, ...b } = again('b', 2);
      await store.copyIfAbsent(
        pk,
        [again('a', 2), { ...b, attributes: { ...attributes, source: 'second' } }],
        inTime(),
      );

      const schema = z.object({ timestamp: z.unknown(), source: z.unknown().optional() });
      const [a] = await readAll(store, { pk, prefix: 'MOVIE#a#' }, schema);
      const [second] = await readAll(store, { pk, prefix: 'MOVIE#b#' }, schema);
      expect({ ...a, source: a?.source ?? null }).toEqual({ timestamp: 2, source: null });
      expect(second).toEqual({ timestamp: 2, source: 'second' });
    },
  },

  {
    name: 'copyIfAbsent does not change existing items',
    async run({ store, user, pk }) {
      const taken = movie(user, 'a#again', 7);
      await store.insertIfAbsent([movie(user, 'a'), movie(user, 'b'), taken], inTime());

      const added = await store.copyIfAbsent(pk, [again('a', 2), again('b', 2)], inTime());

      expect(added).toEqual(new Set(['MOVIE#b#again']));
      expect(await store.get(taken, movieItem, inTime())).toEqual(taken);
    },
  },

  {
    name: 'copyIfAbsent skips originals that are missing or belong to another user',
    async run({ store }) {
      const [alice, bob] = [newUser('alice'), newUser('bob')];
      await store.insertIfAbsent([movie(alice.user, 'a')], inTime());
      await store.insertIfAbsent([movie(bob.user, 'b')], inTime());

      const copies = ['a', 'b', 'c'].map((name) => again(name, 2));
      const added = await store.copyIfAbsent(alice.pk, copies, inTime());

      expect(added).toEqual(new Set(['MOVIE#a#again']));
      expect(await readKeys(store, alice.pk)).toEqual(['MOVIE#a', 'MOVIE#a#again']);
      expect(await readKeys(store, bob.pk)).toEqual(['MOVIE#b']);
    },
  },

  {
    name: 'copyIfAbsent lets exactly one of 6 concurrent callers add each of 120 copies',
    async run({ store, put, openAnother, user, pk }) {
      const names = numbered(120);
      await put(names.map((name) => movie(user, name)));
      const processes = [store, openAnother()];
      const callers = Array.from({ length: 3 }, () => processes)
        .flat()
        .map((process, caller) => ({ process, timestamp: TIMESTAMP + 1 + caller }));

      const added = await Promise.all(
        callers.map(async ({ process, timestamp }) => {
          const copies = names.map((name) => again(name, timestamp));
          const keys = await process.copyIfAbsent(pk, copies, inTime());
          return [...keys].map((sk) => ({ sk, timestamp }));
        }),
      );

      const bySortKey = added.flat().sort((a, b) => compareKeys(a.sk, b.sk));
      const schema = movieItem.pick({ sk: true, timestamp: true });
      const stored = await readAll(store, { pk, prefix: '' }, schema);
      expect(bySortKey).toHaveLength(120);
      expect(stored.filter(({ timestamp }) => timestamp > TIMESTAMP)).toEqual(bySortKey);
    },
  },
];
