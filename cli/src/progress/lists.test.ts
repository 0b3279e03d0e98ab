import { episode, type KindId, linkKinds, movie } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { lists } from './lists.ts';
import { nothing, ofKinds } from './testing/any-progress.ts';

const wide = { columns: 80, all: false };

const group = (name: string | null, watched = 1, id: string | null = '1') => {
  return { id, name, artworkUrl: null, watched };
};
const manyShows = (length: number) => Array.from({ length }, (_, index) => group(`Show ${index}`));

/** The lines of a list, while the others are empty. */
const listOf = (kind: KindId, groups: readonly ReturnType<typeof group>[], options = wide) =>
  lists({ ...nothing, ...ofKinds({ [kind]: { groups } }) }, options, plainPaint).flat();

describe('lists', () => {
  test('are left out if they are empty', () => {
    expect(lists(nothing, wide, plainPaint).flat()).toEqual([]);
  });

  test('are ranked by count, with shares in percent and bars relative to the first', () => {
    // Of 1,500 in total: 80, 19.87 and 0.13 percent; 10, 2.48 and 0.02 columns.
    const shows = [group('葬送のフリーレン', 1200), group('推しの子', 298), group('あかね', 2)];

    expect(listOf('episode', shows)).toEqual([
      '3 shows · by episodes',
      '  1,200   80%  ▆▆▆▆▆▆▆▆▆▆  葬送のフリーレン',
      '    298   20%  ▆▆          推しの子',
      '      2   <1%  ▆           あかね',
    ]);
  });

  test.each(linkKinds)('of $id say what they are ranked by', ({ id, nouns }) => {
    expect(listOf(id, [group('A')])[0]).toBe(`1 ${nouns.group[0]} · by ${nouns.shortRecord[1]}`);
  });

  test('show ten entries, and how to see the rest', () => {
    const shows = listOf('episode', manyShows(300));

    expect(shows).toHaveLength(12);
    expect(shows.at(-2)).toBe('  1   <1%  ▆▆▆▆▆▆▆▆▆▆  Show 9');
    expect(shows.at(-1)).toBe('  and 290 more: immersion progress --all');
  });

  test('show all entries with --all', () => {
    const shows = listOf('episode', manyShows(300), { ...wide, all: true });

    expect(shows).toHaveLength(301);
    expect(shows.at(-1)).toBe('  1   <1%  ▆▆▆▆▆▆▆▆▆▆  Show 299');
  });

  test('show all ten entries without a further line if there are only ten', () => {
    expect(listOf('episode', manyShows(10)).at(-1)).toBe('  1   10%  ▆▆▆▆▆▆▆▆▆▆  Show 9');
  });
});

test.each([
  { kind: episode, known: 'show 421069', unknown: 'Unknown show' },
  { kind: movie, known: '421069', unknown: 'Unknown movie' },
  ...linkKinds.map((kind) => {
    const [one] = kind.nouns.shortGroup;
    return { kind, known: `${one} 421069`, unknown: `Unknown ${one}` };
  }),
])('without a name, a group of the kind $kind.id is called $known', ({ kind, known, unknown }) => {
  const groups = [null, '', ' \n'].flatMap((blank) => [
    group(blank, 1, '421069'),
    group(blank, 1, blank),
  ]);

  const names = listOf(kind.id, groups)
    .slice(1)
    .map((line) => line.replace(/^.*▆/, '').trim());

  expect(names).toEqual([known, unknown, known, unknown, known, unknown]);
});

describe('names', () => {
  const named = (name: string) => listOf('movie', [group(name)], { ...wide, columns: 40 })[1];

  test('that are too long are cut by columns', () => {
    // The indent leaves 38 columns and the ellipsis 37, enough for 18 characters of 2 columns each.
    expect(named('葬'.repeat(200))).toBe(`  ${'葬'.repeat(18)}…`);
    expect(named('ع'.repeat(200))).toBe(`  ${'ع'.repeat(37)}…`);
    expect(named('👩‍👩‍👧'.repeat(200))).toBe(`  ${'👩‍👩‍👧'.repeat(18)}…`);
  });

  test('with newlines and escape sequences stay on one line and have no effect', () => {
    expect(named('one\n\u001b[2Jtwo ')).toBe('  one␊␛[2Jtwo');
  });
});
