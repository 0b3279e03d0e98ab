import { inTime } from '../subject.ts';
import type { Mutant } from './mutant.ts';

export const brokenReads: readonly Mutant[] = [
  {
    what: 'looks up only the first 100 keys',
    foundBy: 'existing finds every third of 101 keys, and no other items',
    breakStore: (store) => ({
      existing: (pk, sks, signal) => store.existing(pk, sks.slice(0, 100), signal),
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
      async *readWhole(pk, prefix, after, signal) {
        if (after !== undefined) yield await store.getWhole(pk, [after], signal);
        yield* store.readWhole(pk, prefix, after, signal);
      },
    }),
  },
  {
    what: 'reads whole items of every prefix',
    foundBy: 'readWhole returns only the items of a prefix, also after a key',
    breakStore: (store) => ({
      readWhole: (pk, _, after, signal) => store.readWhole(pk, '', after, signal),
    }),
  },
  {
    what: 'reads only the first page of whole items',
    foundBy: 'readWhole returns several pages in order, without duplicates',
    breakStore: (store) => ({
      readWhole: (...range) => firstOf(store.readWhole(...range)),
    }),
  },
  {
    what: 'reads only the first page',
    foundBy: 'read returns the items of several pages in order, without duplicates',
    breakStore: (store) => ({
      read: (...range) => firstOf(store.read(...range)),
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

async function* firstOf<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  for await (const page of pages) {
    yield page;
    return;
  }
}
