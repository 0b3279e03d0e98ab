import { BODY_LIMIT_BYTES, NESTING_LIMIT } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkShape } from './check-shape.ts';

const nested = (depth: number, open: string, close: string) =>
  open.repeat(depth) + close.repeat(depth);

/** The code of the refusal. */
function codeOf(json: string): string | undefined {
  try {
    checkShape(json);
    return undefined;
  } catch (error) {
    return Object(error).code;
  }
}

test.each([
  ['lists that end', nested(71, '[', ']')],
  ['lists that do not end', '['.repeat(6_000_000)],
  ['objects', nested(71, '{"a":', '}')],
  ['lists after strings', `{"a\\"[\\\\":"]",${nested(70, '[', ']')}`],
])('%s nested more than 70 levels deep are an invalid request', (_, json) => {
  expect(codeOf(json)).toBe('invalid_request');
});

test('the deepest attribute that DynamoDB can store fits into a record of a restoration', () => {
  const set = '{"SS":["x"]}';
  const value = `${'{"L":['.repeat(NESTING_LIMIT)}${set}${']}'.repeat(NESTING_LIMIT)}`;

  expect(codeOf(`{"records":[{"other_attributes":{"a":${value}}}]}`)).toBe(undefined);
});

test.each([
  ['lists', `{"x":[${'[],'.repeat(600_000)}[]]}`],
  ['objects', `{"x":[${'{},'.repeat(600_000)}{}]}`],
  ['fields', `{${'"a":1,'.repeat(600_000)}"a":1}`],
])('600,000 %s are too large', (_, json) => {
  expect(codeOf(json)).toBe('too_large');
});

test('as many episodes as a body has space for pass', () => {
  const episode = '{"folder_name":"a","file_name":"b"},';
  const episodes = episode.repeat(BODY_LIMIT_BYTES / episode.length).slice(0, -1);

  expect(codeOf(`{"episodes":[${episodes}]}`)).toBe(undefined);
});

test('other JSON passes, whatever its strings contain', () => {
  const text = fc.string({ unit: fc.constantFrom('[', '{', ':', '"', '\\', ']', 'é', '😀') });
  const value = fc.jsonValue({ depthSize: 'small', stringUnit: 'grapheme' });
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, value)), (given) => {
      expect(codeOf(JSON.stringify({ given, long: '['.repeat(100) }))).toBe(undefined);
    }),
    { numRuns: 50 },
  );
});
