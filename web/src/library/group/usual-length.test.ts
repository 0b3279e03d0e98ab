import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualLength } from './usual-length.ts';

const known = (duration: number) => ({ duration, duration_source: 'file' as const });
const average = (duration: number) => ({ duration, duration_source: 'show_average' as const });
const guess = { duration: 1200, duration_source: 'guess' as const };
const unknown = { duration: null, duration_source: null };

test.each([
  ['one long special does not matter', [known(1440), known(5400), known(1430)], 1440, false],
  ['of two, the middle', [known(1400), average(1500)], 1450, false],
  ['guesses do not count beside what is known', [guess, guess, guess, known(1440)], 1440, false],
  ['only guesses', [guess, unknown, guess], 1200, true],
])('%s', (_, records, seconds, isGuess) => {
  expect(usualLength(records)).toEqual({ seconds, isGuess });
});

test('a usual length needs at least one known length', () => {
  expect(usualLength([unknown])).toBeUndefined();
});

test('at least half of the lengths are not shorter, and at least half are not longer', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 86_400 }), { minLength: 1 }), (lengths) => {
      const { seconds = Number.NaN } = usualLength(lengths.map(known)) ?? {};
      const half = lengths.length / 2;
      expect(lengths.filter((length) => length >= seconds).length).toBeGreaterThanOrEqual(half);
      expect(lengths.filter((length) => length <= seconds).length).toBeGreaterThanOrEqual(half);
    }),
  );
});
