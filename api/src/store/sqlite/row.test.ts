import { DatabaseSync } from 'node:sqlite';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attributes } from '../attributes.ts';
import { anyAttributes } from '../testing/any-attributes.ts';
import { columnsOf } from './columns.ts';
import { fromRow, toRow } from './row.ts';
import { upgradeSchema } from './schema.ts';

const keys = { pk: { S: 'USER#alice' }, sk: { S: 'MOVIE#m' } };
const user = { S: 'alice' };

function openDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  upgradeSchema(database, 'memory');
  database.exec('ALTER TABLE items ADD COLUMN picture BLOB; ALTER TABLE items ADD COLUMN note ANY');
  return database;
}

/** Stores these attributes, and returns the row. */
function stored(attributes: Attributes) {
  using database = openDatabase();
  const row = toRow(columnsOf(database), attributes);
  const [names, places] = [Object.keys(row), Object.keys(row).map(() => '?')];
  database.prepare(`INSERT INTO items (${names}) VALUES (${places})`).run(...Object.values(row));
  const select = database.prepare('SELECT * FROM items');
  select.setReadBigInts(true);
  return select.get() ?? {};
}

test.each<[string, AttributeValue, unknown]>([
  ['file_name', { S: '' }, ''],
  ['timestamp', { N: '9223372036854775807' }, 9_223_372_036_854_775_807n],
  ['movie_duration', { N: '2700' }, 2700],
  ['movie_duration', { N: '0.1' }, 0.1],
  ['picture', { B: Uint8Array.of(0, 255) }, Uint8Array.of(0, 255)],
  ['note', { S: 'text' }, 'text'],
  ['note', { N: '9007199254740993' }, 9_007_199_254_740_993n],
  ['note', { N: '0.5' }, 0.5],
])('the column %s can store %j', (name, value, expected) => {
  const row = stored({ ...keys, user, [name]: value });

  expect(row).toMatchObject({ [name]: expected, other_attributes: null });
});

test.each<[string, AttributeValue, string]>([
  ['file_name', { N: '1' }, '{"N":"1"}'],
  ['timestamp', { S: '1730000000' }, '{"S":"1730000000"}'],
  ['timestamp', { N: '1.5' }, '{"N":"1.5"}'],
  ['timestamp', { N: '9223372036854775808' }, '{"N":"9223372036854775808"}'],
  ['movie_duration', { N: '7200.1234567890123456' }, '{"N":"7200.1234567890123456"}'],
  ['tvdb_id', { NULL: true }, '{"NULL":true}'],
  ['picture', { S: 'none' }, '{"S":"none"}'],
  ['rating', { N: '5' }, '{"N":"5"}'],
  ['bytes', { B: Uint8Array.of(0, 255) }, '{"B":"AP8="}'],
  ['other_attributes', { S: '{}' }, '{"S":"{}"}'],
])('%s with the value %j is stored in the other attributes', (name, value, json) => {
  const row = stored({ ...keys, user, [name]: value });

  expect(row.other_attributes).toBe(`{"${name}":${json}}`);
});

test.each([{ user: { N: '1' } } as const, {}])('an item with the user %j is read back', (more) => {
  const row = stored({ ...keys, ...more });

  expect(row.user).toBe('');
  expect(fromRow(row)).toEqual({ ...keys, ...more });
});

test('a value that the user sets in a column overrides the other attributes', () => {
  const row = stored({ ...keys, user, timestamp: { S: 'today' }, tvdb_name: { NULL: true } });

  const attributes = fromRow({ ...row, timestamp: 1n });

  expect(attributes).toEqual({ ...keys, user, timestamp: { N: '1' }, tvdb_name: { NULL: true } });
});

test('every item is read back as it was, with attributes of any type', () => {
  const named = ['timestamp', 'file_name', 'movie_duration', 'picture', 'note', 'user', 'rating'];

  fc.assert(
    fc.property(anyAttributes(named), (more) => {
      const whole = { ...more, ...keys };

      expect(fromRow(stored(whole))).toEqual(whole);
    }),
    {
      examples: [
        [{ toString: { S: 'a name that objects have' } }],
        [{ ['__proto__']: { M: { ['__proto__']: { S: 'a name with a meaning' } } } }],
      ],
    },
  );
});
