import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipped, linesOf } from './text.ts';

/** As if every character were one wide. */
const measure = (text: string) => [...text].length;

describe('a text in one line', () => {
  test.each([
    ['fits', 'Dark', 4, 'Dark'],
    ['does not fit', 'Darkness', 5, 'Dark…'],
    ['would end with a space', 'The Office', 5, 'The…'],
    ['is Japanese', '坂道オーケストラ', 5, '坂道オー…'],
    ['has an emoji of several characters', '👨‍👩‍👧👨‍👩‍👧', 6, '👨‍👩‍👧…'],
    ['has no space at all', 'Dark', 0, '…'],
  ])('that %s', (_, text, width, expected) => {
    expect(clipped(text, width, measure)).toBe(expected);
  });

  test('is never wider than its space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 30 }),
        (text, width) => {
          expect(measure(clipped(text, width, measure))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('a text in several lines', () => {
  test.each([
    ['fits one line', 'Dark', 3, ['Dark']],
    ['breaks between words', 'The Paper Garden', 3, ['The Paper', 'Garden']],
    ['is clipped at the end', 'The Paper Garden of Eden', 2, ['The Paper', 'Garden of…']],
    ['has a word that is too long', 'An Extraordinary Show', 3, ['An', 'Extraordi…', 'Show']],
    ['is blank', ' ', 3, []],
  ])('that %s', (_, text, most, expected) => {
    expect(linesOf(text, 10, most, measure)).toEqual(expected);
  });
});
