import { type Item, movieItem, showItem } from '../../items.ts';
import type { Copy, Store } from '../../store.ts';
import { inTime, type Subject } from './subject.ts';

/** A store with one bug, and the case that finds it. */
export interface Mutant {
  readonly what: string;
  readonly foundBy: string;
  breakStore(store: Store, put: Subject['put']): Partial<Store>;
}

const version = showItem.pick({ version: true });

/** Copies of movies with only the attributes of the movie schema. */
async function moviesOf(store: Store, pk: string, copies: readonly Copy[]): Promise<Item[]> {
  const originals = copies.map(({ from }) => from);
  const found = await store.getMany(pk, originals, movieItem, inTime());
  return copies.flatMap(({ from, to, attributes }) => {
    const original = found.find(({ sk }) => sk === from);
    return original ? [movieItem.parse({ ...original, ...attributes, sk: to })] : [];
  });
}

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
    what: 'copies only known attributes',
    foundBy: 'copyIfAbsent keeps attributes of other tools',
    breakStore: (store) => ({
      async copyIfAbsent(pk, copies, signal) {
        return store.insertIfAbsent(await moviesOf(store, pk, copies), signal);
      },
    }),
  },
  {
    what: 'overwrites existing items with copies',
    foundBy: 'copyIfAbsent does not change existing items',
    breakStore: (store, put) => ({
      async copyIfAbsent(pk, copies) {
        const items = await moviesOf(store, pk, copies);
        await put(items);
        return new Set(items.map(({ sk }) => sk));
      },
    }),
  },
  {
    what: 'keeps attributes that a copy removes',
    foundBy: 'copyIfAbsent removes attributes that are null in the copy',
    breakStore: (store) => ({
      copyIfAbsent: (pk, copies, signal) =>
        store.copyIfAbsent(
          pk,
          copies.map(({ attributes, ...copy }) => {
            const kept = Object.entries(attributes).filter(([, value]) => value !== null);
            return { ...copy, attributes: Object.fromEntries(kept) };
          }),
          signal,
        ),
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
    foundBy: 'updateVersioned changes nothing if the version is not the expected one',
    breakStore: (store) => ({
      async updateVersioned(key, _, attributes, signal) {
        const item = await store.get(key, version, signal);
        return store.updateVersioned(key, item?.version ?? 0, attributes, signal);
      },
    }),
  },
  {
    what: 'does not treat a missing version as 0',
    foundBy: 'updateVersioned counts {} as version 0',
    breakStore: (store) => ({
      async updateVersioned(key, expected, attributes, signal) {
        const item = await store.get(key, version, signal);
        if (item?.version !== expected) return false;
        return store.updateVersioned(key, expected, attributes, signal);
      },
    }),
  },
  {
    what: 'creates an item that it should update',
    foundBy: 'updateVersioned does not create a missing item',
    breakStore: (store, put) => ({
      async updateVersioned(key, expected, attributes, signal) {
        if ((await store.get(key, version, signal)) === undefined) {
          await put([{ ...key, user: 'alice', folder_name: 'folder', version: expected }]);
        }
        return store.updateVersioned(key, expected, attributes, signal);
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
