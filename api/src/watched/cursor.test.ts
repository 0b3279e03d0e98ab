import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf } from '../kernel/testing/fakes.ts';
import { fromCursor, newestFirst, toCursor } from './cursor.ts';

const position = fc.record({
  timestamp: fc.nat({ max: 253_402_214_399 }),
  id: fc.string({ unit: 'grapheme', minLength: 1 }),
});

test('a position survives in a text that a query need not escape', () => {
  fc.assert(
    fc.property(position, (given) => {
      const cursor = toCursor(given);

      expect(fromCursor(cursor)).toEqual(given);
      expect(encodeURIComponent(cursor)).toBe(cursor);
    }),
  );
});

/** Base64, as a cursor is, of something else. */
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  ['', 'empty'],
  ['nonsense', 'a word'],
  ['MOVIE#a', 'an id'],
  ['2026-11-20', 'a date'],
  [encoded('EPISODE#a#b'), 'a text'],
  [encoded(null), 'null'],
  [encoded([7]), 'without an id'],
  [encoded(['7', 'MOVIE#a']), 'with a time that is a text'],
  [encoded([7, 'MOVIE#a', 1]), 'with more than a cursor has'],
  [encoded({ timestamp: 7, id: 'MOVIE#a' }), 'an object'],
])('%j, which is %s, is a 400 that names `before`', async (text) => {
  const failure = await failureOf((async () => fromCursor(text))());

  expect(failure.code).toBe('invalid_request');
  expect(failure.message).toMatch(/^before: /);
});

test('the latest is first, and of the same second the one with the greatest id', () => {
  const positions = [
    { timestamp: 7, id: 'MOVIE#a' },
    { timestamp: 8, id: 'MOVIE#a' },
    { timestamp: 7, id: 'MOVIE#é' },
    { timestamp: 7, id: 'MOVIE#b' },
  ];

  expect(positions.sort(newestFirst).map(({ timestamp, id }) => `${timestamp} ${id}`)).toEqual([
    ...['8 MOVIE#a', '7 MOVIE#é', '7 MOVIE#b', '7 MOVIE#a'],
  ]);
});
