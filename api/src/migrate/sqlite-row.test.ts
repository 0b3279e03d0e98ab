import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { fitColumns } from './sqlite-row.ts';

const keys = { pk: { S: 'USER#alice' }, sk: { S: 'MOVIE#m' }, user: { S: 'alice' } };
const columns = [
  ...['pk', 'sk', 'user'].map((name) => ({ name, type: 'TEXT', required: true })),
  { name: 'file_name', type: 'TEXT', required: false },
  { name: 'timestamp', type: 'INTEGER', required: false },
  { name: 'movie_duration', type: 'REAL', required: false },
  { name: 'picture', type: 'BLOB', required: false },
  { name: 'note', type: 'ANY', required: false },
];

function fitted(attributes: Record<string, AttributeValue>) {
  const all = { ...keys, ...attributes };
  const { item, losses } = fitColumns(columns, {
    pk: 'USER#alice',
    sk: 'MOVIE#m',
    attributes: all,
  });
  const { pk, sk, user, ...rest } = item?.attributes ?? {};
  return { rest, losses };
}

test.each<[string, AttributeValue]>([
  ['file_name', { S: '' }],
  ['timestamp', { N: '9223372036854775807' }],
  ['timestamp', { N: '-9007199254740993' }],
  ['movie_duration', { N: '2700' }],
  ['movie_duration', { N: '0.1' }],
  ['picture', { B: Uint8Array.of(0, 255) }],
  ['note', { S: 'text' }],
  ['note', { N: '9007199254740993' }],
  ['note', { N: '0.5' }],
])('%s holds %j as it is', (name, value) => {
  const { rest, losses } = fitted({ [name]: value });

  expect(rest).toEqual({ [name]: value });
  expect(losses).toEqual([]);
});

test.each<[string, AttributeValue]>([
  ['file_name', { N: '1' }],
  ['timestamp', { S: '1730000000' }],
  ['timestamp', { N: '1.5' }],
  ['timestamp', { N: '9223372036854775808' }],
  ['movie_duration', { S: 'long' }],
  ['picture', { S: 'none' }],
  ['note', { BOOL: true }],
  ['note', { SS: ['a'] }],
  ['note', { M: {} }],
])('%s cannot hold %j, which is said', (name, value) => {
  const { rest, losses } = fitted({ [name]: value });

  const type = columns.find((column) => column.name === name)?.type;
  expect(rest).toEqual({});
  expect(losses).toEqual([`${name} does not fit its column (${type})`]);
});

test('a number of more digits than REAL has is rounded, which is said', () => {
  const { rest, losses } = fitted({ movie_duration: { N: '7200.1234567890123456' } });

  expect(rest).toEqual({ movie_duration: { N: '7200.123456789012' } });
  expect(losses).toEqual(['movie_duration is rounded to 17 digits']);
});

test('an attribute without a column is left, which is said', () => {
  const { rest, losses } = fitted({ rating: { N: '5' } });

  expect(rest).toEqual({});
  expect(losses).toEqual(['rating has no column']);
});

test.each([{ S: 'alice' }, { N: '1' }, undefined])(
  'an item of user %j is held only if that is text',
  (user) => {
    const attributes = { pk: keys.pk, sk: keys.sk, ...(user && { user }) };

    const { item } = fitColumns(columns, { pk: 'USER#alice', sk: 'MOVIE#m', attributes });

    expect(item !== undefined).toBe(user?.S !== undefined);
  },
);
