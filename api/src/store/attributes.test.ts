import { describe, expect, test } from 'vitest';
import { attributeValue, numberKey } from './attributes.ts';

test.each([
  ['2700', '2700.0'],
  ['0.1', '1E-1'],
  ['-12.50', '-0.125e2'],
  ['1000000000000000000000', '1e+21'],
  ['0', '0.00'],
])('%s and %s are the same number', (one, other) => {
  expect(numberKey(one)).toBe(numberKey(other));
});

test.each([
  ['9007199254740992', '9007199254740993'],
  ['1', '-1'],
  ['0.1', '0.10000000000000001'],
  ['1', '10'],
])('%s and %s are different numbers', (one, other) => {
  expect(numberKey(one)).not.toBe(numberKey(other));
});

/** A string in `depth` lists. */
const nested = (depth: number): unknown =>
  JSON.parse(`${'{"L":['.repeat(depth)}{"S":""}${']}'.repeat(depth)}`);

describe("a value that is not in DynamoDB's JSON format is refused:", () => {
  test.each([
    [{ N: 5 }],
    [{ N: 'five' }],
    [{ N: '' }],
    [{ N: 'Infinity' }],
    [{ N: '1e126' }],
    [{ N: '1e-131' }],
    [{ N: `1${'0'.repeat(37)}01` }],
    [{ N: `${'0'.repeat(500)}1` }],
    [{ S: '\u{D800}' }],
    [{ B: 'not Base64' }],
    [{ NULL: false }],
    [{ S: 'a', N: '1' }],
    [{ M: { '': { S: 'a' } } }],
    [{ M: { '\u{D800}': { S: 'a' } } }],
    [{ M: [] }],
    [{}],
    ['a'],
    [null],
  ])('%j', (value) => {
    expect(attributeValue().safeParse(value).success).toBe(false);
  });

  // These would take days if each digit were tried as the last one before the point, or the last zero.
  test.each([`${'1'.repeat(5_000_000)}x`, `1.${'0'.repeat(5_000_000)}1`])(
    'a number of millions of characters, at once',
    (N) => {
      expect(attributeValue().safeParse({ N }).success).toBe(false);
    },
  );

  test('a map with a name of more than 65535 bytes', () => {
    const named = (name: string) => ({ M: { [name]: { S: 'a' } } });
    const isAccepted = (name: string) => attributeValue().safeParse(named(name)).success;

    expect(['é'.repeat(32_767), 'é'.repeat(32_768)].map(isAccepted)).toEqual([true, false]);
  });

  test('a value that is nested more than 32 levels deep', () => {
    const isAccepted = (depth: number) => attributeValue().safeParse(nested(depth)).success;

    expect([32, 33, 5000].map(isAccepted)).toEqual([true, false, false]);
  });
});

test.each([
  [{ L: [{}, {}, {}] }, ['L', 0]],
  [{ L: [{ NULL: true }, { L: [{ N: 'a' }, { N: 'b' }] }, {}] }, ['L', 1, 'L', 0, 'N']],
  [{ M: { a: {}, b: {} } }, ['M', 'a']],
  [{ SS: ['a', 1, 2] }, ['SS', 1]],
  [{ NS: ['a', 'b'] }, ['NS', 0]],
  [{ BS: ['!', '!'] }, ['BS', 0]],
])('of all that is wrong in %j, only the first is described', (value, path) => {
  const issues = attributeValue().safeParse(value).error?.issues;

  expect(issues?.map((issue) => issue.path)).toEqual([path]);
});

test.each(['0', '-1.5', '.5', '5.', '9.9E+125', '1e-130', `${'9'.repeat(38)}000`])(
  'the number %s is accepted',
  (N) => {
    expect(attributeValue().safeParse({ N }).success).toBe(true);
  },
);
