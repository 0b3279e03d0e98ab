import { expect, test } from 'vitest';
import type { Claim } from '../claims/claims.ts';
import { episode, movie } from '../testing/claims.ts';
import { oddLengths } from './odd-lengths.ts';

type Measured = readonly [claim: Claim, seconds: number];

const odd = (...measured: readonly Measured[]) =>
  oddLengths(new Map(measured)).map(({ claim }) => claim.record);

/** Episodes of one show, each with its length in minutes. */
const show = (minutes: Readonly<Record<string, number>>): Measured[] =>
  Object.entries(minutes).map(([name, length]) => [episode('Dark', name), length * 60]);

test.each<[string, Measured[], string[]]>([
  ['a sample among episodes', show({ E01: 50, E02: 55, E03: 0.5 }), ['EPISODE#Dark#E03']],
  [
    'a whole season among episodes',
    show({ E01: 24, E02: 23, 'E03 all': 290 }),
    ['EPISODE#Dark#E03 all'],
  ],
  ['a short and a double episode', show({ E01: 24, E02: 24, E03: 8, E04: 48 }), []],
  ['episodes of two minutes', show({ E01: 2, E02: 2.1, E03: 1.9 }), []],
  ['a double episode that is named like one', show({ E01: 24, E02: 24, 'E03-E06': 96 }), []],
  [
    'one of four episodes in a file',
    show({ E01: 24, E02: 24, 'E03-E06': 20 }),
    ['EPISODE#Dark#E03-E06'],
  ],
  ['two episodes, which are too few to compare', show({ E01: 24, E02: 4 }), []],
  ['a sample alone', show({ E01: 0.5 }), ['EPISODE#Dark#E01']],
  ['a minute alone', show({ E01: 1 }), []],
  ['five hours alone', show({ E01: 300 }), ['EPISODE#Dark#E01']],
  ['a movie of a minute', [[movie('Ran'), 60]], ['MOVIE#Ran']],
  ['a movie of five minutes', [[movie('Ran'), 300]], []],
  ['a movie of eleven hours', [[movie('Ran'), 11 * 3600]], ['MOVIE#Ran']],
])('%s', (_, measured, records) => {
  expect(odd(...measured)).toEqual(records);
});

test('episodes are compared only with those of their own show', () => {
  const shorts: Measured[] = ['1', '2', '3'].map((name) => [episode('Shorts', name), 180]);

  expect(odd(...show({ E01: 50, E02: 50, E03: 50 }), ...shorts)).toEqual([]);
});
