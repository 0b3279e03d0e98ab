import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { episodesUpTo, readReleaseDate } from './release-date.ts';

describe('a release date', () => {
  test.each(['1981', '2026-03', '2026-03-14', '2024-02-29'])('can be %s', (date) => {
    expect(readReleaseDate(date)).toBe(date);
  });

  test.each([null, undefined, '', '0000', '0000-01-01', '2026-00', '2026-13', '2026-03-32', 2026])(
    'is unknown if it is %j',
    (date) => {
      expect(readReleaseDate(date)).toBeNull();
    },
  );
});

const dates = [
  '2026-03-15',
  '2026-04',
  '2026-03-14',
  null,
  '2026-03-01',
  '2026-03',
  '2027',
  '2026',
];
const upTo = (date: string | null) =>
  episodesUpTo(
    dates.map((releaseDate) => ({ releaseDate })),
    date,
  ).map(({ releaseDate }) => releaseDate);

describe('the episodes up to', () => {
  test.each([
    ['2026-03-14', ['2026-03-14', '2026-03-01', '2026-03', '2026']],
    ['2026-03-31', ['2026-03-15', '2026-03-14', '2026-03-01', '2026-03', '2026']],
    ['2026-03', ['2026-03-01', '2026-03', '2026']],
    ['2026-04', ['2026-03-15', '2026-04', '2026-03-14', '2026-03-01', '2026-03', '2026']],
    ['2026', ['2026']],
    ['2025-12-31', []],
    [null, []],
  ])('%s are those whose first possible day is not later', (date, expected) => {
    expect(upTo(date)).toEqual(expected);
  });

  test('any day are those that a calendar puts on or before it', () => {
    const day = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    const written = fc
      .tuple(day, fc.constantFrom(4, 7, 10))
      .map(([date, length]) => date.toISOString().slice(0, length));

    fc.assert(
      fc.property(written, written, (one, other) => {
        const kept = episodesUpTo([{ releaseDate: one }], other);

        expect(kept).toHaveLength(Date.parse(one) <= Date.parse(other) ? 1 : 0);
      }),
    );
  });
});
