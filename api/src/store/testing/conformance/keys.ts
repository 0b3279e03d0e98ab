import { SORT_KEY_LIMIT_BYTES } from '@immersion-tracker/contract';
import { anyCharacter } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { expect } from 'vitest';
import { movieItem } from '../../items.ts';
import { compareKeys } from '../../keys.ts';
import {
  inTime,
  movie,
  movieKey,
  newUser,
  numbered,
  readAll,
  readKeys,
  type StoreCase,
} from './subject.ts';

/** Names that must be different keys, although some look alike or have a meaning in a database. */
const ODD_NAMES = [
  ...['#', '##', 'a#b#c', ' ', 'a', ' a', 'a ', 'A', '%', '_', '*', '?', ':name', '$1', '0', '00'],
  ...["'", "''", '"', '`', '\\', "'; DROP TABLE items; --", '{"S":"a"}', 'null'],
  ...[
    '\0',
    '\0\0',
    'a\0b',
    'a\0',
    '\n',
    '\r\n',
    '\t',
    '\u{7F}',
    '\u{FEFF}',
    '\u{200B}',
    '\u{202E}a',
  ],
  ...['é', 'e\u0301', 'ß', 'ss', 'İ', 'i', '日本語', '第01話「始まり」.mkv', 'עברית', 'ﬁ', 'fi'],
  ...['😀', '👩‍👩‍👧', '🇳🇿', '\u{E000}', '\u{FFFD}', '\u{FFFF}', '\u{10FFFF}'],
];

/** Maximum length of a name, in bytes. */
const LONGEST = SORT_KEY_LIMIT_BYTES - Buffer.byteLength(movieKey(''));

const LONG_NAMES = [
  `${'a'.repeat(LONGEST - 1)}a`,
  `${'a'.repeat(LONGEST - 1)}b`,
  '漢'.repeat(Math.floor(LONGEST / 3)),
  '😀'.repeat(Math.floor(LONGEST / 4)),
  '\0'.repeat(LONGEST),
];

/** Any string without lone surrogates, biased towards special characters. */
const anyName = fc.oneof(
  fc.string({ unit: anyCharacter, minLength: 1, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('#', '%', "'", '\0', 'a', 'A', '😀', '\u{FFFF}'),
    minLength: 1,
  }),
);

export const keyCases: StoreCase[] = [
  ...([
    { what: 'odd characters', names: ODD_NAMES },
    { what: `up to ${SORT_KEY_LIMIT_BYTES} bytes`, names: LONG_NAMES },
  ].map(({ what, names }) => ({
    name: `keys with ${what} are stored exactly and separately`,
    async run({ store, user, pk }) {
      const items = names.map((name) => movie(user, name));
      const keys = names.map(movieKey);

      const added = await store.insertIfAbsent(items, inTime());

      expect([...added].sort()).toEqual(keys.toSorted());
      const ordered = items.toSorted((a, b) => compareKeys(a.sk, b.sk));
      expect(await readAll(store, { pk, prefix: '' }, movieItem)).toEqual(ordered);
      for (const others of [[], numbered(101).map(movieKey)]) {
        const found = await store.existing(pk, [...keys, ...others], inTime());
        expect(found).toEqual(new Set(keys));
      }
      for (const item of items) expect(await store.get(item, movieItem, inTime())).toEqual(item);
    },
  })) satisfies StoreCase[]),

  {
    name: 'users with odd names have their own items',
    async run({ store }) {
      const users = ODD_NAMES.map((name) => newUser(name));

      for (const { user } of users) await store.insertIfAbsent([movie(user, 'a')], inTime());

      for (const { user, pk } of users) {
        const items = await readAll(store, { pk, prefix: '' }, movieItem);
        expect(items).toEqual([movie(user, 'a')]);
      }
    },
  },

  {
    name: 'any set of names is read back exactly',
    async run({ store }) {
      const names = fc.uniqueArray(anyName, { minLength: 1, maxLength: 12 });
      const property = fc.asyncProperty(names, names, async (inserted, others) => {
        const { user, pk } = newUser();
        const keys = inserted.map(movieKey);

        const added = await store.insertIfAbsent(
          inserted.map((name) => movie(user, name)),
          inTime(),
        );

        expect(added).toEqual(new Set(keys));
        expect(await readKeys(store, pk)).toEqual(keys.toSorted(compareKeys));
        const asked = [...others, ...inserted].map(movieKey);
        expect(await store.existing(pk, asked, inTime())).toEqual(new Set(keys));
      });

      await fc.assert(property, { numRuns: 25 });
    },
  },
];
