import { expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { guesses } from './guesses.ts';
import { daysWith, noHistory } from './testing/any-history.ts';
import { nothing } from './testing/any-progress.ts';

const shows = (...ids: readonly (string | null)[]) =>
  ids.map((show_id) => ({ show_id, name: 'A', artwork_url: null, episodes_watched: 1 }));

/** The advice to a learner with 50 hours. */
const adviceOn = (guessedHours: number, ids: readonly (string | null)[], hasTvdbKey: boolean) =>
  guesses(
    { ...nothing, shows: shows(...ids) },
    {
      ...noHistory,
      days: daysWith({ '2026-11-25': 50 * 60 }),
      guessed_seconds: guessedHours * 3600,
    },
    { hasTvdbKey },
    400,
    plainPaint,
  );

const guess = (time: string, share: string) =>
  `A guess of 20 minutes an episode makes up ${time} of your total (${share}).`;

test.each([
  [
    'shows without an id',
    14,
    ['1', null],
    true,
    `${guess('14 h', '28%')} To say what your shows are: immersion shows`,
  ],
  [
    'a little',
    1 / 3,
    [null],
    true,
    `${guess('20 min', '1%')} To say what your shows are: immersion shows`,
  ],
  [
    'next to nothing',
    0.1,
    [null],
    true,
    `${guess('6 min', '<1%')} To say what your shows are: immersion shows`,
  ],
  [
    'no key',
    50,
    [null],
    false,
    `${guess('50 h', '100%')} The tracker has no key for TheTVDB; with one, it can look up the real lengths.`,
  ],
  ['shows with ids only', 14, ['1'], true, guess('14 h', '28%')],
] as const)('guessed hours with %s', (_, hours, ids, hasKey, words) => {
  expect(adviceOn(hours, ids, hasKey)).toEqual([words]);
});

test('without guessed hours there is no advice', () => {
  expect(adviceOn(0, [null], true)).toEqual([]);
});
