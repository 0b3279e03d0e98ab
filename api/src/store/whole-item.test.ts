import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attributes, numberKey } from './attributes.ts';
import { anyAttributes } from './testing/any-attributes.ts';
import { changeItem, readable, toAttributes, toWholeItem, wholeItem } from './whole-item.ts';

const keys = { pk: { S: 'USER#alice' }, sk: { S: 'MOVIE#m' } };
const plainKeys = { pk: 'USER#alice', sk: 'MOVIE#m' };

const sentInJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a whole item has plain values where JSON can hold them, and the others in DynamoDB’s format', () => {
  const item = toWholeItem({
    ...keys,
    user: { S: 'alice' },
    empty: { S: '' },
    whole: { N: '1730000000' },
    fraction: { N: '0.1' },
    large: { N: '1000000000000000000000' },
    flag: { BOOL: false },
    nothing: { NULL: true },
    digits: { N: '9007199254740993' },
    bytes: { B: Uint8Array.of(0, 255) },
    list: { L: [{ B: Uint8Array.of(1) }] },
    other_attributes: { S: 'a name with a meaning' },
  });

  expect(item).toEqual({
    ...{ ...plainKeys, user: 'alice', empty: '', whole: 1_730_000_000, fraction: 0.1 },
    ...{ large: 1e21, flag: false, nothing: null },
    other_attributes: {
      digits: { N: '9007199254740993' },
      bytes: { B: 'AP8=' },
      list: { L: [{ B: 'AQ==' }] },
      other_attributes: { S: 'a name with a meaning' },
    },
  });
});

test('every item that is sent in JSON and parsed has the same attributes', () => {
  const named = ['timestamp', 'user', 'file_name', 'other_attributes', '__proto__', 'toString'];
  const same = (attributes: Attributes) => {
    const whole = { ...attributes, ...keys };
    const parsed = wholeItem().parse(sentInJson(toWholeItem(whole)));

    const back = toAttributes(parsed);
    expect(withNumberKeys(back)).toEqual(withNumberKeys(whole));
    expect(toWholeItem(back)).toEqual(parsed);
  };

  fc.assert(fc.property(anyAttributes(named), same), {
    examples: [
      [{ toString: { S: '\0' } }],
      [{ ['__proto__']: { S: 'plain' } }],
      [{ ['__proto__']: { M: { ['__proto__']: { N: '12345678901234567890' } } } }],
      [{ other_attributes: { M: { other_attributes: { NULL: true } } } }],
      [{ digits: { N: '12345678901234567890123456789012345678' } }],
    ],
  });
});

/** Plain numbers can come back in another notation. */
const withNumberKeys = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      return [name, value.N === undefined ? value : { N: numberKey(value.N) }];
    }),
  );

describe('a whole item is refused', () => {
  test.each([
    ['if it is not an object', ['MOVIE#m'], []],
    ['without a sort key', { pk: 'USER#alice' }, ['sk']],
    ['if a key is not a string', { pk: 'USER#alice', sk: 1 }, ['sk']],
    ['if a value is neither plain nor in the other attributes', { ...plainKeys, a: {} }, ['a']],
    ['if DynamoDB cannot store a number', { ...plainKeys, a: 1e200 }, ['a']],
    ['if a string is not Unicode', { ...plainKeys, a: '\u{D800}' }, ['a']],
    ['if an attribute has no name', { ...plainKeys, '': 'a' }, ['']],
    [
      "if another attribute is not in DynamoDB's format",
      { ...plainKeys, other_attributes: { a: { S: 'a' }, b: { S: 5 } } },
      ['other_attributes', 'b'],
    ],
    ['if a set is empty', { ...plainKeys, other_attributes: { a: { SS: [] } } }, []],
    [
      'if a set has a number twice',
      { ...plainKeys, other_attributes: { a: { L: [{ M: { b: { NS: ['1', '1.0'] } } }] } } },
      [],
    ],
    ['if it is larger than 400 KB', { ...plainKeys, a: 'x'.repeat(400 * 1024) }, []],
  ])('%s', (_, item, path) => {
    const { error } = wholeItem().safeParse(item);

    expect(error?.issues[0]?.path.slice(0, path.length)).toEqual(path);
  });
});

test('a plain value overrides another attribute of the same name', () => {
  const item = { ...plainKeys, a: 1, other_attributes: { a: { S: 'x' }, sk: { N: '1' } } };

  expect(toAttributes(item)).toEqual({ ...keys, a: { N: '1' } });
});

test('a change sets and removes attributes, of any type', () => {
  const item = {
    ...{ ...plainKeys, user: 'alice', a: 1, b: true, c: 'c', d: undefined },
    other_attributes: { e: { SS: ['e'] }, f: { N: '12345678901234567890' } },
  };

  const changed = changeItem(item, { sk: 'MOVIE#n', a: null, b: 'b', e: 5, g: null });

  expect(changed).toEqual({
    ...{ pk: 'USER#alice', sk: 'MOVIE#n', user: 'alice', b: 'b', c: 'c', e: 5 },
    other_attributes: { f: { N: '12345678901234567890' } },
  });
});

test('a schema sees numbers with more digits than JavaScript’s, but not what it could not accept', () => {
  const others = { digits: { N: '7200.1234567890123456' }, bytes: { B: 'AP8=' } };

  const seen = readable({ ...plainKeys, a: null, flag: true, other_attributes: others });

  expect(seen).toEqual({
    ...{ ...plainKeys, a: null, flag: true, digits: 7200.123456789012 },
    bytes: { B: Uint8Array.of(0, 255) },
  });
});
