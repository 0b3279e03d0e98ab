import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, compareRanked } from './order.ts';

describe('names', () => {
  test('are sorted by code unit in any locale, with nulls last', () => {
    // U+0042, U+0061, U+0062, U+00E9, U+3042, U+D83D (the first unit of U+1F600), U+FF5E.
    const sorted = ['B', 'a', 'b', 'é', 'あ', '😀', '～', null];

    const result = ['～', 'b', null, 'é', '😀', 'B', 'あ', 'a'].sort(compareNames);

    expect(result).toEqual(sorted);
  });

  test('come before longer names that start with them', () => {
    expect(['ab', '', 'a'].sort(compareNames)).toEqual(['', 'a', 'ab']);
  });

  test('compare consistently in both directions', () => {
    const name = fc.option(fc.string({ maxLength: 2 }));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, b) + compareNames(b, a)).toBe(0);
        expect(compareNames(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('groups', () => {
  test('are sorted by count descending, then by name, with nulls last', () => {
    const groups = [
      { watched: 1, name: null },
      { watched: 2, name: 'b' },
      { watched: 10, name: null },
      { watched: 1, name: 'z' },
      { watched: 2, name: 'B' },
    ];

    const sorted = groups.toSorted(compareRanked);

    expect(sorted).toEqual([
      { watched: 10, name: null },
      { watched: 2, name: 'B' },
      { watched: 2, name: 'b' },
      { watched: 1, name: 'z' },
      { watched: 1, name: null },
    ]);
  });
});
