import { expect } from 'vitest';
import * as z from 'zod';
import { episodeItem, movieItem, showItem } from '../../items.ts';
import { partitionKey } from '../../keys.ts';
import {
  episode,
  inTime,
  movie,
  numbered,
  readAll,
  readKeys,
  readPages,
  type StoreCase,
  show,
} from './subject.ts';

/** Two pages: a DynamoDB page has at most 1 MB of items, a SQLite page a thousand rows. */
const MANY = 1001;
const LONG_NAME = 'x'.repeat(1000);

const withoutNulls = (item: object) =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));

export const readCases: StoreCase[] = [
  {
    name: 'read returns the items of one prefix, or all with an empty one, in key order',
    async run({ store, user, pk }) {
      await store.insertIfAbsent(
        [show(user, 'b'), movie(user, 'b'), episode(user, 'b', '1'), show(user, 'a')],
        inTime(),
      );

      const [shows, all] = [await readKeys(store, pk, 'SHOW#'), await readKeys(store, pk, '')];

      expect(shows).toEqual(['SHOW#a', 'SHOW#b']);
      expect(all).toEqual(['EPISODE#b#1', 'MOVIE#b', 'SHOW#a', 'SHOW#b']);
    },
  },

  {
    name: 'read sorts keys by their UTF-8 bytes',
    async run({ store, user, pk }) {
      // U+E000 and U+FF5E come before U+1F600, although its UTF-16 code units are lower.
      const ordered = ['\0', '\0a', '"', '#', 'Z', 'a', 'a\0', 'aa', 'e\u0301', 'é', '漢'].concat([
        '\u{E000}',
        '\u{FF5E}',
        '\u{FFFF}',
        '\u{1F600}',
        '\u{10FFFF}',
      ]);
      const items = ordered.map((name) => movie(user, name));
      await store.insertIfAbsent(items.toReversed(), inTime());

      const keys = await readKeys(store, pk, 'MOVIE#');

      expect(keys).toEqual(items.map(({ sk }) => sk));
    },
  },

  {
    name: 'read returns the items of several pages in order, without duplicates',
    async run({ store, put, user, pk }) {
      const items = numbered(MANY).map((name) => ({ ...movie(user, name), tvdb_name: LONG_NAME }));
      await put(items);

      const pages = await readPages(store, { pk, prefix: 'MOVIE#' }, movieItem);

      expect(pages.length).toBeGreaterThan(1);
      expect(pages.flat()).toEqual(items);
    },
  },

  {
    name: 'read returns every item that existed when it began, even if others are added while it runs',
    async run({ store, put, user, pk }) {
      const items = numbered(MANY).map((name) => ({ ...movie(user, name), tvdb_name: LONG_NAME }));
      await put(items);

      const read = [];
      for await (const page of store.read(pk, 'MOVIE#', movieItem, inTime())) {
        read.push(...page);
        const between = page.map(({ file_name }) => movie(user, `${file_name} and more`));
        await store.insertIfAbsent(between.slice(-3), inTime());
      }

      expect(read.filter(({ tvdb_name }) => tvdb_name === LONG_NAME)).toEqual(items);
      expect((await readKeys(store, pk)).length).toBeGreaterThan(MANY + 3);
    },
  },

  {
    name: 'read stops between pages after the deadline',
    async run({ store, put, user, pk }) {
      await put(numbered(MANY).map((name) => ({ ...movie(user, name), tvdb_name: LONG_NAME })));
      const time = new AbortController();
      const pages = store.read(pk, '', movieItem, time.signal)[Symbol.asyncIterator]();

      const first = await pages.next();
      time.abort();
      const second = pages.next();

      expect(first.done).toBe(false);
      await expect(second).rejects.toMatchObject({ code: 'store_unavailable' });
    },
  },

  {
    name: 'read does not return keys that only resemble the prefix',
    async run({ store, put, user, pk }) {
      const resembling = [
        'SHOW',
        'SHOW"',
        'SHOW$',
        'SHOWX',
        'SHOWX#a',
        'Show#a',
        'sHOW#a',
        'SHOV#a',
      ];
      const starting = ['SHOW#', 'SHOW##', 'SHOW#a', 'SHOW#\u{10FFFF}\u{10FFFF}'];
      await put([...resembling, ...starting].map((sk) => ({ pk, sk, user })));

      const keys = await readKeys(store, pk, 'SHOW#');

      expect(keys).toEqual(starting);
    },
  },

  {
    name: 'read takes every character of the prefix literally',
    async run({ store, put, user, pk }) {
      const prefixes = ['a%', 'a_', 'a*', "a'", 'a\\', 'a\0', 'a😀', 'a\u{D7FF}', 'a\u{FFFF}'];
      const others = ['aX', 'a', 'a😁', 'a😀', 'a\u{E000}', 'a\u{10FFFF}'].map((a) => `${a} other`);
      await put([...prefixes, ...others].map((start) => ({ pk, sk: `${start}#`, user })));

      const keys: string[][] = [];
      for (const prefix of prefixes) keys.push(await readKeys(store, pk, `${prefix}#`));

      expect(keys).toEqual(prefixes.map((prefix) => [`${prefix}#`]));
    },
  },

  {
    name: 'read accepts a prefix that ends in any character',
    async run({ store, put, user, pk }) {
      const prefixes = ['\0', 'a', '\u{7F}', '\u{7FF}', '\u{D7FF}', '\u{FFFF}', '😀', '\u{10FFFF}'];
      await put(
        prefixes.flatMap((prefix) =>
          ['', '\0', 'z'].map((rest) => ({ pk, sk: prefix + rest, user })),
        ),
      );

      const keys: string[][] = [];
      for (const prefix of prefixes) keys.push(await readKeys(store, pk, prefix));

      expect(keys).toEqual(prefixes.map((prefix) => [prefix, `${prefix}\0`, `${prefix}z`]));
    },
  },

  {
    name: "read never returns another user's items",
    async run({ store, user }) {
      const users = [user, `${user}a`, `${user}#`, user.toUpperCase(), user.slice(0, -1)];
      for (const name of users) await store.insertIfAbsent([movie(name, 'a')], inTime());

      const items = [];
      for (const name of users) {
        items.push(...(await readAll(store, { pk: partitionKey(name), prefix: '' }, movieItem)));
      }

      expect(items).toEqual(users.map((name) => movie(name, 'a')));
    },
  },

  {
    name: 'read logs and leaves out items that do not match the schema',
    async run({ store, put, logged, user, pk }) {
      await put([
        episode(user, 'folder', '1'),
        { pk, sk: 'EPISODE#folder#2', user, folder_name: 'folder', file_name: '2' },
        { ...episode(user, 'folder', '3'), folder_name: null },
        episode(user, 'folder', '4', 1_730_000_000_000),
        episode(user, 'folder', '5'),
      ]);

      const items = await readAll(store, { pk, prefix: 'EPISODE#' }, episodeItem);

      expect(items.map(withoutNulls)).toEqual([
        episode(user, 'folder', '1'),
        episode(user, 'folder', '5'),
      ]);
      const first = [
        'EPISODE#folder#2: timestamp',
        'EPISODE#folder#3: folder_name',
        'EPISODE#folder#4: timestamp',
      ];
      expect(logged).toMatchObject([{ level: 'warn', fields: { pk, count: 3, first } }]);
    },
  },

  {
    name: 'read treats NULL as missing, and ignores unknown attributes',
    async run({ store, put, logged, user, pk }) {
      const unset = { tvdb_id: null, tvdb_name: null, tvdb_image: null };
      await put([
        { ...show(user, 'a'), ...unset, tvdb_average_runtime: null, version: null },
        { ...show(user, 'b'), version: 4, note: 'of another tool', rating: 5, flag: null },
        { ...episode(user, 'a', '1'), version: 1, note: null },
      ]);

      const shows = await readAll(store, { pk, prefix: 'SHOW#' }, showItem);
      const episodes = await readAll(store, { pk, prefix: 'EPISODE#' }, episodeItem);

      expect(shows.map(withoutNulls)).toEqual([
        show(user, 'a'),
        { ...show(user, 'b'), version: 4 },
      ]);
      expect(episodes.map(withoutNulls)).toEqual([episode(user, 'a', '1')]);
      expect(logged).toEqual([]);
    },
  },

  {
    name: 'read returns attributes of another type as they are',
    async run({ store, put, user, pk }) {
      const foreign = { tvdb_id: 'twelve', tvdb_name: 12, timestamp: 1.5, version: '' };
      await put([{ ...movie(user, 'a'), ...foreign }]);

      const any = z.unknown();
      const schema = z.object({ tvdb_id: any, tvdb_name: any, timestamp: any, version: any });
      const items = await readAll(store, { pk, prefix: '' }, schema);

      expect(items).toEqual([foreign]);
    },
  },

  {
    name: 'read returns only the requested attributes',
    async run({ store, put, user, pk }) {
      await put([{ ...movie(user, 'a'), version: 3, note: 'of another tool' }]);

      const [known, unknown] = [
        await readAll(store, { pk, prefix: '' }, movieItem.pick({ user: true, timestamp: true })),
        await readAll(store, { pk, prefix: '' }, z.object({ note: z.string() })),
      ];

      expect(known).toEqual([{ user, timestamp: 1_730_000_000 }]);
      expect(unknown).toEqual([{ note: 'of another tool' }]);
    },
  },
];
