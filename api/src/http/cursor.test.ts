import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { failureOf } from '../kernel/testing/fakes.ts';
import { fromCursor, toCursor } from './cursor.ts';

const position = z.strictObject({ timestamp: z.number(), id: z.string().min(1) });

test('a position survives in a text that a query need not escape', () => {
  const positions = fc.record({
    timestamp: fc.nat({ max: 4_294_967_295 }),
    id: fc.string({ unit: 'grapheme', minLength: 1 }),
  });
  fc.assert(
    fc.property(positions, (given) => {
      const cursor = toCursor(given);

      expect(fromCursor(cursor, position)).toEqual(given);
      expect(encodeURIComponent(cursor)).toBe(cursor);
    }),
  );
});

test.each([
  ['', 'empty'],
  ['nonsense', 'a word'],
  ['MOVIE#a', 'an id'],
  ['2026-11-20', 'a date'],
  [toCursor('EPISODE#a#b'), 'a text'],
  [toCursor(null), 'null'],
  [toCursor({ timestamp: 7 }), 'without an id'],
  [toCursor({ timestamp: '7', id: 'MOVIE#a' }), 'with a time that is a text'],
  [toCursor({ timestamp: 7, id: 'MOVIE#a', more: 1 }), 'with more than a cursor has'],
  [`${toCursor({ timestamp: 7, id: 'MOVIE#a' })}=`, 'a cursor with another character'],
])('%j, which is %s, is a 400 that names `before`', async (text) => {
  const failure = await failureOf((async () => fromCursor(text, position))());

  expect(failure.body()).toEqual({
    code: 'invalid_request',
    message: 'before: must be the `next` of a page; start again without it',
  });
});
