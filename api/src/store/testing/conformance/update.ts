import { expect } from 'vitest';
import * as z from 'zod';
import { showItem } from '../../items.ts';
import { foreign, inTime, newUser, type StoreCase, show } from './subject.ts';

const METADATA = {
  tvdb_id: 12345,
  tvdb_name: 'Example Show',
  tvdb_image: 'https://example.com/poster.jpg',
  tvdb_average_runtime: 2700,
};

export const updateCases: StoreCase[] = [
  {
    name: 'update with a version sets the attributes and increments the version',
    async run({ store, user, pk }) {
      const item = { ...show(user, 'folder'), version: 7 };
      await store.insertIfAbsent([item], inTime());

      const updated = await store.update(item, METADATA, inTime(), 7);

      expect(updated).toBe(true);
      expect(await store.get({ pk, sk: item.sk }, showItem, inTime())).toEqual({
        ...item,
        ...METADATA,
        version: 8,
      });
    },
  },

  {
    name: 'update changes nothing if the version is not the given one',
    async run({ store, user, pk }) {
      const item = { ...show(user, 'folder'), ...METADATA, version: 7 };
      await store.insertIfAbsent([item], inTime());

      const updated = [
        await store.update(item, { tvdb_name: 'Older' }, inTime(), 6),
        await store.update(item, { tvdb_name: 'Newer' }, inTime(), 8),
        await store.update(item, { tvdb_name: 'Oldest' }, inTime(), 0),
      ];

      expect(updated).toEqual([false, false, false]);
      expect(await store.get({ pk, sk: item.sk }, showItem, inTime())).toEqual(item);
    },
  },

  ...([{}, { version: null }, { version: 'two' }, { version: 0 }].map((unset) => ({
    name: `update counts ${JSON.stringify(unset)} as version 0`,
    async run({ store, put, user, pk }) {
      const item = { ...show(user, 'folder'), ...unset };
      await put([item]);

      const updated = [
        await store.update(item, { tvdb_name: 'Too early' }, inTime(), 1),
        await store.update(item, METADATA, inTime(), 0),
        await store.update(item, { tvdb_name: 'Too late' }, inTime(), 0),
      ];

      expect(updated).toEqual([false, true, false]);
      expect(await store.get({ pk, sk: item.sk }, showItem, inTime())).toEqual({
        ...item,
        ...METADATA,
        version: 1,
      });
    },
  })) satisfies StoreCase[]),

  {
    name: 'update does not create a missing item',
    async run({ store, user, pk }) {
      const [there, missing] = [show(user, 'there'), show(user, 'missing')];
      await store.insertIfAbsent([there], inTime());

      const updated = [
        await store.update(there, METADATA, inTime(), 0),
        await store.update(missing, METADATA, inTime(), 0),
        await store.update(missing, METADATA, inTime(), 1),
      ];

      expect(updated).toEqual([true, false, false]);
      const found = await store.existing(pk, [there.sk, missing.sk], inTime());
      expect(found).toEqual(new Set([there.sk]));
    },
  },

  {
    name: 'update without a version sets and removes attributes, whatever the version is',
    async run({ store, user, pk }) {
      const { tvdb_image: _, ...kept } = METADATA;
      await store.insertIfAbsent([{ ...show(user, 'a'), ...METADATA, version: 7 }], inTime());

      const changes = { tvdb_image: null, tvdb_id: 6, tmdb_name: null, target_date: '2028-03-31' };
      const updated = await store.update({ pk, sk: 'SHOW#a' }, changes, inTime());

      expect(updated).toBe(true);
      expect(await store.getWhole(pk, ['SHOW#a'], inTime())).toEqual([
        { ...show(user, 'a'), ...kept, tvdb_id: 6, target_date: '2028-03-31', version: 7 },
      ]);
    },
  },

  {
    name: 'update without a version returns whether the item exists, and does not create it',
    async run({ store, user, pk }) {
      await store.insertIfAbsent([show(user, 'a')], inTime());
      const [there, missing] = [
        { pk, sk: 'SHOW#a' },
        { pk, sk: 'SHOW#b' },
      ];

      const updated = [
        await store.update(there, {}, inTime()),
        await store.update(missing, {}, inTime()),
        await store.update(missing, { tvdb_name: 'B' }, inTime()),
        await store.update(missing, { tvdb_name: null }, inTime()),
      ];

      expect(updated).toEqual([true, false, false, false]);
      expect(await store.getWhole(pk, ['SHOW#a', 'SHOW#b'], inTime())).toEqual([show(user, 'a')]);
    },
  },

  {
    name: 'update keeps attributes of every type',
    async run({ store, put, user, pk }) {
      const item = foreign(user, 'a');
      const { tvdb_average_runtime, ...others } = item.other_attributes;
      await put([item]);

      const changes = { timestamp: 7, source: null, tvdb_average_runtime: null, tmdb_name: 'A' };
      await store.update(item, changes, inTime());

      const { source, ...kept } = item;
      expect(await store.getWhole(pk, [item.sk], inTime())).toEqual([
        { ...kept, timestamp: 7, tmdb_name: 'A', other_attributes: others },
      ]);
    },
  },

  {
    name: 'update keeps all other attributes, including those of other tools',
    async run({ store, put, user, pk }) {
      const item = { ...show(user, 'folder'), ...METADATA, version: 1, note: 'of another tool' };
      await put([item]);

      await store.update(item, { tvdb_name: 'Renamed' }, inTime(), 1);

      const schema = showItem.extend({ note: z.string() });
      expect(await store.get({ pk, sk: item.sk }, schema, inTime())).toEqual({
        ...item,
        tvdb_name: 'Renamed',
        version: 2,
      });
    },
  },

  {
    name: 'update replaces attributes of another type',
    async run({ store, put }) {
      const { user, pk } = newUser();
      const item = { ...show(user, 'folder'), version: 1 };
      await put([{ ...item, tvdb_id: 'twelve', tvdb_name: 12, tvdb_average_runtime: null }]);

      await store.update(item, METADATA, inTime(), 1);

      expect(await store.get({ pk, sk: item.sk }, showItem, inTime())).toEqual({
        ...{ ...item, ...METADATA },
        version: 2,
      });
    },
  },

  {
    name: "update does not change other folders or other users' folders",
    async run({ store }) {
      const [alice, bob] = [newUser('alice'), newUser('bob')];
      const [alices, bobs, other] = [
        { ...show(alice.user, 'folder'), ...METADATA, version: 1 },
        { ...show(bob.user, 'folder'), ...METADATA, version: 1 },
        { ...show(alice.user, 'folder 2'), ...METADATA, version: 1 },
      ];
      await store.insertIfAbsent([alices, other], inTime());
      await store.insertIfAbsent([bobs], inTime());

      const updated = await store.update(alices, { tvdb_name: 'Renamed' }, inTime(), 1);

      expect(updated).toBe(true);
      expect(await store.get(bobs, showItem, inTime())).toEqual(bobs);
      expect(await store.get(other, showItem, inTime())).toEqual(other);
    },
  },

  {
    name: 'update lets exactly one of 12 concurrent callers win each version',
    async run({ store, openAnother, user, pk }) {
      const key = { pk, sk: show(user, 'folder').sk };
      await store.insertIfAbsent([show(user, 'folder')], inTime());
      const processes = [store, openAnother(), openAnother(), openAnother()];
      const callers = Array.from({ length: 3 }, () => processes)
        .flat()
        .map((process, caller) => ({ process, name: `Name of caller ${caller}` }));

      for (const version of [0, 1, 2]) {
        const won = await Promise.all(
          callers.map(async ({ process, name }) => {
            const updated = await process.update(key, { tvdb_name: name }, inTime(), version);
            return updated ? [name] : [];
          }),
        );

        const winners = won.flat();
        expect(winners).toHaveLength(1);
        expect(await store.get(key, showItem, inTime())).toMatchObject({
          tvdb_name: winners[0],
          version: version + 1,
        });
      }
    },
  },
];
