import { byKind } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layersOf } from './layers.ts';

const nothing = byKind((): number => 0);
const weeks = (...episodes: number[]) => episodes.map((episode) => ({ ...nothing, episode }));

test('the waves are stacked, and the highest reaches the top', () => {
  const length = fc.nat({ max: 10 * 3600 });
  const week = fc
    .record({ episode: length, movie: length })
    .map((some) => ({ ...nothing, ...some }));
  fc.assert(
    fc.property(fc.array(week, { minLength: 4, maxLength: 53 }), (year) => {
      fc.pre(year.filter(({ episode, movie }) => episode + movie > 0).length >= 4);
      const [shows, movies] = layersOf(year, ['episode', 'movie']);

      expect(Math.max(...(movies?.tops ?? []))).toBeCloseTo(1);
      for (const [index, top] of (movies?.tops ?? []).entries()) {
        expect(top).toBeGreaterThanOrEqual(shows?.tops[index] ?? Number.NaN);
        expect(shows?.tops[index]).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a single week is spread over its neighbours', () => {
  const [shows] = layersOf(weeks(0, 0, 0, 0, 0, 0, 16, 0, 0, 16, 16, 16), ['episode']);

  // A bell of 1, 4, 6, 4, 1 around the week; the highest weeks are those at the end.
  expect(shows?.tops.slice(0, 7).map((top) => Math.round(top * 15))).toEqual([
    ...[0, 0, 0, 0, 1, 4, 6],
  ]);
});

test('with fewer than four weeks of records, the waves are calm, however long the year is', () => {
  const calm = layersOf(weeks(9, 0, 9, 9, 0), ['episode', 'movie']);

  expect(calm).toEqual(layersOf(weeks(1), ['episode', 'movie']));
  expect(Math.max(...calm.flatMap(({ tops }) => tops))).toBeLessThan(0.5);
});
