import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, compareRanked, rankGroups } from './order.ts';

describe('names', () => {
  test('are ordered by code unit, whatever the locale, and nulls come last', () => {
    // U+0042, U+0061, U+0062, U+00E9, U+3042, U+D83D (the first unit of U+1F600), U+FF5E.
    const sorted = ['B', 'a', 'b', 'é', 'あ', '😀', '～', null];

    const result = ['～', 'b', null, 'é', '😀', 'B', 'あ', 'a'].sort(compareNames);

    expect(result).toEqual(sorted);
  });

  test('a name comes before those that begin with it', () => {
    expect(['ab', '', 'a'].sort(compareNames)).toEqual(['', 'a', 'ab']);
  });

  test('any two compare the same from either side', () => {
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
  test('come by count descending, then by name, nulls last', () => {
    const groups = [
      { count: 1, name: null },
      { count: 2, name: 'b' },
      { count: 10, name: null },
      { count: 1, name: 'z' },
      { count: 2, name: 'B' },
    ];

    const sorted = groups.toSorted(compareRanked);

    expect(sorted).toEqual([
      { count: 10, name: null },
      { count: 2, name: 'B' },
      { count: 2, name: 'b' },
      { count: 1, name: 'z' },
      { count: 1, name: null },
    ]);
  });

  test('have null for a name or artwork that is not known', () => {
    const counts = new Map([
      ['bare', 1],
      ['unknown', 3],
      ['whole', 2],
      ['nulled', 1],
    ]);
    const metadata = [
      { id: 'whole', name: 'Whole', artwork: 'https://example.com/whole.jpg' },
      { id: 'bare', name: 'Bare', artwork: undefined },
      { id: 'nulled', name: 'Nulled', artwork: null },
      { id: 'never watched', name: 'Never watched', artwork: null },
    ];

    const ranked = rankGroups(counts, metadata);

    expect(ranked).toEqual([
      { id: 'unknown', name: null, artwork: null, count: 3 },
      { id: 'whole', name: 'Whole', artwork: 'https://example.com/whole.jpg', count: 2 },
      { id: 'bare', name: 'Bare', artwork: null, count: 1 },
      { id: 'nulled', name: 'Nulled', artwork: null, count: 1 },
    ]);
  });
});
