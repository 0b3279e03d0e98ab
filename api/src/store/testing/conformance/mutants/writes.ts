import { movieItem, showItem } from '../../../items.ts';
import type { Store } from '../../../store.ts';
import type { WholeItem } from '../../../whole-item.ts';
import type { Mutant } from './mutant.ts';

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

export const brokenWrites: readonly Mutant[] = [
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
    what: 'ignores the groups',
    foundBy: 'insertIfAbsent adds the groups too, and returns which of all are new',
    breakStore: (store) => ({
      insertIfAbsent: (items, signal) => store.insertIfAbsent(items, signal),
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
];
