import { expect } from 'vitest';
import * as z from 'zod';
import { showItem } from '../../items.ts';
import { inTime, newUser, type StoreCase, show } from './subject.ts';

const METADATA = {
  tvdb_id: 12345,
  tvdb_name: 'Example Show',
  tvdb_image: 'https://example.com/poster.jpg',
  tvdb_average_runtime: 2700,
};

export const updateCases: StoreCase[] = [
  {
    name: 'updateVersioned sets the attributes and increments the expected version',
    async run({ store, user, pk }) {
      const item = { ...show(user, 'folder'), version: 7 };
      await store.insertIfAbsent([item], inTime());

      const updated = await store.updateVersioned(item, 7, METADATA, inTime());

      expect(updated).toBe(true);
      expect(await store.get({ pk, sk: item.sk }, showItem, inTime())).toEqual({
        ...item,
        ...METADATA,
        version: 8,
      });
    },
  },

  {
    name: 'updateVersioned changes nothing if the version is not the expected one',
    async run({ store, user, pk }) {
      const item = { ...show(user, 'folder'), ...METADATA, version: 7 };
      await store.insertIfAbsent([item], inTime());

      const updated = [
        await store.updateVersioned(item, 6, { tvdb_name: 'Older' }, inTime()),
        await store.updateVersioned(item, 8, { tvdb_name: 'Newer' }, inTime()),
        await store.updateVersioned(item, 0, { tvdb_name: 'Oldest' }, inTime()),
      ];

      expect(updated).toEqual([false, false, false]);
      expect(await store.get({ pk, sk: item.sk }, showItem, inTime())).toEqual(item);
    },
  },

  ...([{}, { version: null }, { version: 0 }].map((unset) => ({
    name: `updateVersioned counts ${JSON.stringify(unset)} as version 0`,
    async run({ store, put, user, pk }) {
      const item = { ...show(user, 'folder'), ...unset };
      await put([item]);

      const updated = [
        await store.updateVersioned(item, 1, { tvdb_name: 'Too early' }, inTime()),
        await store.updateVersioned(item, 0, METADATA, inTime()),
        await store.updateVersioned(item, 0, { tvdb_name: 'Too late' }, inTime()),
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
    name: 'updateVersioned does not create a missing item',
    async run({ store, user, pk }) {
      const [there, missing] = [show(user, 'there'), show(user, 'missing')];
      await store.insertIfAbsent([there], inTime());

      const updated = [
        await store.updateVersioned(there, 0, METADATA, inTime()),
        await store.updateVersioned(missing, 0, METADATA, inTime()),
        await store.updateVersioned(missing, 1, METADATA, inTime()),
      ];

      expect(updated).toEqual([true, false, false]);
      const found = await store.existing(pk, [there.sk, missing.sk], inTime());
      expect(found).toEqual(new Set([there.sk]));
    },
  },

  {
    name: 'updateVersioned keeps all other attributes, including those of other tools',
    async run({ store, put, user, pk }) {
      const item = { ...show(user, 'folder'), ...METADATA, version: 1, note: 'of another tool' };
      await put([item]);

      await store.updateVersioned(item, 1, { tvdb_name: 'Renamed' }, inTime());

      const schema = showItem.extend({ note: z.string() });
      expect(await store.get({ pk, sk: item.sk }, schema, inTime())).toEqual({
        ...item,
        tvdb_name: 'Renamed',
        version: 2,
      });
    },
  },

  {
    name: 'updateVersioned replaces attributes of another type',
    async run({ store, put }) {
      const { user, pk } = newUser();
      const item = { ...show(user, 'folder'), version: 1 };
      await put([{ ...item, tvdb_id: 'twelve', tvdb_name: 12, tvdb_average_runtime: null }]);

      await store.updateVersioned(item, 1, METADATA, inTime());

      expect(await store.get({ pk, sk: item.sk }, showItem, inTime())).toEqual({
        ...{ ...item, ...METADATA },
        version: 2,
      });
    },
  },

  {
    name: "updateVersioned does not change other folders or other users' folders",
    async run({ store }) {
      const [alice, bob] = [newUser('alice'), newUser('bob')];
      const [alices, bobs, other] = [
        { ...show(alice.user, 'folder'), ...METADATA, version: 1 },
        { ...show(bob.user, 'folder'), ...METADATA, version: 1 },
        { ...show(alice.user, 'folder 2'), ...METADATA, version: 1 },
      ];
      await store.insertIfAbsent([alices, other], inTime());
      await store.insertIfAbsent([bobs], inTime());

      const updated = await store.updateVersioned(alices, 1, { tvdb_name: 'Renamed' }, inTime());

      expect(updated).toBe(true);
      expect(await store.get(bobs, showItem, inTime())).toEqual(bobs);
      expect(await store.get(other, showItem, inTime())).toEqual(other);
    },
  },

  {
    name: 'updateVersioned lets exactly one of 12 concurrent callers win each version',
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
            const updated = await process.updateVersioned(
              key,
              version,
              { tvdb_name: name },
              inTime(),
            );
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
