import { type Item, movieItem, showItem } from '../../items.ts';
import type { Copy, Store } from '../../store.ts';
import { inTime, type Subject } from './subject.ts';

/** A store with one fault, and the case that finds it. */
export interface Mutant {
  readonly what: string;
  readonly foundBy: string;
  breakStore(store: Store, put: Subject['put']): Partial<Store>;
}

const version = showItem.pick({ version: true });

/** The copies of movies, with the attributes that movies have. */
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
    what: 'looks only for the first 100 keys',
    foundBy: 'existing finds every third of 101 keys, among others that are not asked for',
    breakStore: (store) => ({
      existing: (pk, sks, signal) => store.existing(pk, sks.slice(0, 100), signal),
    }),
  },
  {
    what: 'writes over what is there',
    foundBy: 'insertIfAbsent adds none that is there, and leaves those as they are',
    breakStore: (_, put) => ({
      async insertIfAbsent(items) {
        await put(items.map((item) => ({ ...item })));
        return new Set(items.map(({ sk }) => sk));
      },
    }),
  },
  {
    what: 'looks first and inserts then',
    foundBy: 'insertIfAbsent called by 10 at once adds each of 120 items for one of them',
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
    what: 'returns the attributes of the first 100 keys only',
    foundBy: 'getMany finds every third of 101 keys, among others that are not asked for',
    breakStore: (store) => ({
      getMany: (pk, sks, attributes, signal) =>
        store.getMany(pk, sks.slice(0, 100), attributes, signal),
    }),
  },
  {
    what: 'returns an item as often as it is asked for',
    foundBy: 'getMany returns the attributes of the items that are there, each once',
    breakStore: (store) => ({
      async getMany(pk, sks, attributes, signal) {
        const found = sks.map((sk) => store.getMany(pk, [sk], attributes, signal));
        return (await Promise.all(found)).flat();
      },
    }),
  },
  {
    what: 'copies what it knows only',
    foundBy: 'copyIfAbsent keeps attributes of other tools',
    breakStore: (store) => ({
      async copyIfAbsent(pk, copies, signal) {
        return store.insertIfAbsent(await moviesOf(store, pk, copies), signal);
      },
    }),
  },
  {
    what: 'copies over what is there',
    foundBy: 'copyIfAbsent adds none that is there, and leaves those as they are',
    breakStore: (store, put) => ({
      async copyIfAbsent(pk, copies) {
        const items = await moviesOf(store, pk, copies);
        await put(items);
        return new Set(items.map(({ sk }) => sk));
      },
    }),
  },
  {
    what: 'keeps in a copy what the copy is to be without',
    foundBy: 'copyIfAbsent leaves out what is null in the copy',
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
    what: 'keeps look-alike names as one',
    foundBy: 'keys of odd characters are kept exactly and apart',
    breakStore: (store) => ({
      insertIfAbsent: (items, signal) =>
        store.insertIfAbsent(
          items.map((item) => ({ ...item, sk: item.sk.normalize() })),
          signal,
        ),
    }),
  },
  {
    what: 'updates whatever the version',
    foundBy: 'updateVersioned changes nothing if the version is not the expected one',
    breakStore: (store) => ({
      async updateVersioned(key, _, attributes, signal) {
        const item = await store.get(key, version, signal);
        return store.updateVersioned(key, item?.version ?? 0, attributes, signal);
      },
    }),
  },
  {
    what: 'knows no version of an item without one',
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
    what: 'makes the item that is to be updated',
    foundBy: 'updateVersioned makes no item if there is none',
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
    foundBy: 'read returns items of several pages, each once and in order',
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
    what: 'reads no further than U+FFFF',
    foundBy: 'read returns nothing of keys that only resemble the prefix',
    breakStore: (store) => ({
      async *read(pk, prefix, attributes, signal) {
        for await (const page of store.read(pk, prefix, attributes, signal)) {
          yield page.filter((item) => !String(item.sk).includes('\u{10FFFF}'));
        }
      },
    }),
  },
  {
    what: 'orders keys by UTF-16 code units',
    foundBy: 'read orders keys by their bytes in UTF-8',
    breakStore: (store) => ({
      async *read(pk, prefix, attributes, signal) {
        for await (const page of store.read(pk, prefix, attributes, signal)) {
          yield page.toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
        }
      },
    }),
  },
  {
    what: 'reads past the prefix',
    foundBy: 'read returns nothing of keys that only resemble the prefix',
    breakStore: (store) => ({
      read: (pk, prefix, attributes, signal) =>
        store.read(pk, prefix.slice(0, -1), attributes, signal),
    }),
  },
  {
    what: 'takes all the time it wants',
    foundBy: 'existing answers store_unavailable, and changes nothing, when the time is up',
    breakStore: (store) => ({ existing: (pk, sks) => store.existing(pk, sks, inTime()) }),
  },
];
