import { movieItem, showItem } from '../../items.ts';
import type { Store } from '../../store.ts';
import type { WholeItem } from '../../whole-item.ts';
import { inTime, type Subject } from './subject.ts';

/** A store with one bug, and the case that finds it. */
export interface Mutant {
  readonly what: string;
  readonly foundBy: string;
  breakStore(store: Store, put: Subject['put']): Partial<Store>;
}

const version = showItem.pick({ version: true });

function knownAttributes(item: WholeItem): WholeItem {
  const { pk, sk } = item;
  const names = Object.keys(movieItem.shape);
  return {
    ...Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name))),
    pk,
    sk,
  };
}

const removeAndReturnWhatWasRead = (store: Store): Partial<Store> => ({
  async remove(pk, sks, isRemovable, signal) {
    const items = await store.getWhole(pk, sks, signal);
    await store.remove(pk, sks, isRemovable, signal);
    return items.filter(isRemovable);
  },
});

export const mutants: readonly Mutant[] = [
  {
    what: 'looks up only the first 100 keys',
    foundBy: 'existing finds every third of 101 keys, and no other items',
    breakStore: (store) => ({
      existing: (pk, sks, signal) => store.existing(pk, sks.slice(0, 100), signal),
    }),
  },
  {
    what: 'overwrites existing items',
    foundBy: 'insertIfAbsent does not change existing items',
    breakStore: (_, put) => ({
      async insertIfAbsent(items) {
        await put(items.map((item) => ({ ...item })));
        return new Set(items.map(({ sk }) => sk));
      },
    }),
  },
  {
    what: 'checks first and then inserts',
    foundBy: 'insertIfAbsent lets exactly one of 10 concurrent callers add each of 120 items',
    breakStore: (store) => ({
      async insertIfAbsent(items, signal) {
        const pk = items[0]?.pk ?? '';
        const keys = items.map(({ sk }) => sk);
        const known = await store.existing(pk, keys, signal);
        await store.insertIfAbsent(items, signal);
        return new Set(keys.filter((sk) => !known.has(sk)));
      },
    }),
  },
  {
    what: 'returns only the attributes of the first 100 keys',
    foundBy: 'getMany finds every third of 101 keys, and no other items',
    breakStore: (store) => ({
      getMany: (pk, sks, attributes, signal) =>
        store.getMany(pk, sks.slice(0, 100), attributes, signal),
    }),
  },
  {
    what: 'returns an item twice if its key is passed twice',
    foundBy: 'getMany returns the attributes of existing items, without duplicates',
    breakStore: (store) => ({
      async getMany(pk, sks, attributes, signal) {
        const found = sks.map((sk) => store.getMany(pk, [sk], attributes, signal));
        return (await Promise.all(found)).flat();
      },
    }),
  },
  {
    what: 'returns a whole item twice if its key is passed twice',
    foundBy: 'getWhole returns existing items with all their attributes, without duplicates',
    breakStore: (store) => ({
      async getWhole(pk, sks, signal) {
        return (await Promise.all(sks.map((sk) => store.getWhole(pk, [sk], signal)))).flat();
      },
    }),
  },
  {
    what: 'reads whole items from the given key on',
    foundBy: 'readWhole begins after a key, whether or not it exists',
    breakStore: (store) => ({
      async *readWhole(pk, after, signal) {
        if (after !== undefined) yield await store.getWhole(pk, [after], signal);
        yield* store.readWhole(pk, after, signal);
      },
    }),
  },
  {
    what: 'reads only the first page of whole items',
    foundBy: 'readWhole returns several pages in order, without duplicates',
    breakStore: (store) => ({
      async *readWhole(...range) {
        for await (const page of store.readWhole(...range)) {
          yield page;
          return;
        }
      },
    }),
  },
  {
    what: 'adds only the attributes of the schema',
    foundBy: 'insertIfAbsent keeps every attribute of a whole item',
    breakStore: (store) => ({
      async insertIfAbsent(items, signal) {
        return store.insertIfAbsent(items.map(knownAttributes), signal);
      },
    }),
  },
  {
    what: 'does not add an item again that it has added before',
    foundBy: 'concurrent callers that remove and add the same items neither lose nor duplicate one',
    breakStore(store) {
      const before = new Set<string>();
      return {
        async insertIfAbsent(items, signal) {
          const fresh = items.filter(({ sk }) => !before.has(sk));
          for (const { sk } of fresh) before.add(sk);
          return store.insertIfAbsent(fresh, signal);
        },
      };
    },
  },
  {
    what: 'returns what it has read, even if another caller removed it',
    foundBy: 'remove gives each of 40 items to exactly one of 4 concurrent callers',
    breakStore: removeAndReturnWhatWasRead,
  },
  {
    what: 'returns what it has read, while others remove it and add it again',
    foundBy: 'concurrent callers that remove and add the same items neither lose nor duplicate one',
    breakStore: removeAndReturnWhatWasRead,
  },
  {
    what: 'returns removed items with only the attributes of the schema',
    foundBy:
      'remove returns the items that it removes with all their attributes, without duplicates',
    breakStore: (store) => ({
      async remove(...args) {
        return (await store.remove(...args)).map(knownAttributes);
      },
    }),
  },
  {
    what: 'removes items that are not removable',
    foundBy: 'remove keeps items that are not removable',
    breakStore: (store) => ({
      remove: (pk, sks, _, signal) => store.remove(pk, sks, () => true, signal),
    }),
  },
  {
    what: 'does not remove attributes',
    foundBy: 'update without a version sets and removes attributes, whatever the version is',
    breakStore: (store) => ({
      update(key, changes, ...rest) {
        const set = Object.entries(changes).filter(([, value]) => value !== null);
        return store.update(key, Object.fromEntries(set), ...rest);
      },
    }),
  },
  {
    what: 'locks without a version, too',
    foundBy: 'update without a version sets and removes attributes, whatever the version is',
    breakStore: (store) => ({
      update: (key, changes, signal, expected = 0) => store.update(key, changes, signal, expected),
    }),
  },
  {
    what: 'drops attributes of other tools when it updates an item',
    foundBy: 'update keeps attributes of every type',
    breakStore: (store, put) => ({
      async update({ pk, sk }, changes, signal, expected) {
        await put((await store.getWhole(pk, [sk], signal)).map(knownAttributes));
        return store.update({ pk, sk }, changes, signal, expected);
      },
    }),
  },
  {
    what: 'stores look-alike names as one',
    foundBy: 'keys with odd characters are stored exactly and separately',
    breakStore: (store) => ({
      insertIfAbsent: (items, signal) =>
        store.insertIfAbsent(
          items.map((item) => ({ ...item, sk: item.sk.normalize() })),
          signal,
        ),
    }),
  },
  {
    what: 'updates any version',
    foundBy: 'update changes nothing if the version is not the given one',
    breakStore: (store) => ({
      async update(key, changes, signal) {
        const item = await store.get(key, version, signal);
        return store.update(key, changes, signal, item?.version ?? 0);
      },
    }),
  },
  {
    what: 'does not treat a missing version as 0',
    foundBy: 'update counts {} as version 0',
    breakStore: (store) => ({
      async update(key, changes, signal, expected) {
        const item = await store.get(key, version, signal);
        if (item?.version !== expected) return false;
        return store.update(key, changes, signal, expected);
      },
    }),
  },
  {
    what: 'creates an item that it should update',
    foundBy: 'update does not create a missing item',
    breakStore: (store, put) => ({
      async update(key, changes, signal, expected) {
        if ((await store.get(key, version, signal)) === undefined) {
          await put([{ ...key, user: 'alice', folder_name: 'folder', version: expected }]);
        }
        return store.update(key, changes, signal, expected);
      },
    }),
  },
  {
    what: 'reads only the first page',
    foundBy: 'read returns the items of several pages in order, without duplicates',
    breakStore: (store) => ({
      async *read(...range) {
        for await (const page of store.read(...range)) {
          yield page;
          return;
        }
      },
    }),
  },
  {
    what: 'does not read beyond U+FFFF',
    foundBy: 'read does not return keys that only resemble the prefix',
    breakStore: (store) => ({
      async *read(pk, prefix, attributes, signal) {
        for await (const page of store.read(pk, prefix, attributes, signal)) {
          yield page.filter((item) => !String(item.sk).includes('\u{10FFFF}'));
        }
      },
    }),
  },
  {
    what: 'sorts keys by UTF-16 code units',
    foundBy: 'read sorts keys by their UTF-8 bytes',
    breakStore: (store) => ({
      async *read(pk, prefix, attributes, signal) {
        for await (const page of store.read(pk, prefix, attributes, signal)) {
          yield page.toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
        }
      },
    }),
  },
  {
    what: 'reads beyond the prefix',
    foundBy: 'read does not return keys that only resemble the prefix',
    breakStore: (store) => ({
      read: (pk, prefix, attributes, signal) =>
        store.read(pk, prefix.slice(0, -1), attributes, signal),
    }),
  },
  {
    what: 'ignores the signal',
    foundBy: 'existing throws store_unavailable and changes nothing after the deadline',
    breakStore: (store) => ({ existing: (pk, sks) => store.existing(pk, sks, inTime()) }),
  },
];
