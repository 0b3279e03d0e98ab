import { expect, test } from 'vitest';
import { historyDay, noHistory, seen } from '../days/testing/samples.ts';
import { createFormats } from '../text/formats.ts';
import { yearFigures } from './year-figures.ts';
import { yearWords } from './year-words.ts';

const formats = createFormats(['en-NZ']);

test('the words say everything that the image shows', () => {
  const days = [
    historyDay('2026-01-01', { episode_seconds: 14 * 3600 }),
    historyDay('2026-01-02', { movie_seconds: 7440 }),
    historyDay('2026-02-02', { episode_seconds: 60 }),
  ];
  const show = { kind: 'episode', id: '1', name: '坂道オーケストラ', artwork: null } as const;
  const movie = { kind: 'movie', id: '2', name: 'Up', artwork: null } as const;
  const favourites = [
    { ...show, seconds: 36_000, isGuess: true },
    { ...movie, seconds: 0, isGuess: false },
  ];

  const words = yearWords(yearFigures({ ...noHistory, days }, 2026), favourites, formats);

  expect(seen(words)).toBe(
    'My year of immersion, 2026, until 27 November. 16 hours on 3 days, 2 of them in a row. ' +
      'Shows 14 h, Movies 2 h 4 min. Favourites: 坂道オーケストラ, about 10 h; Up.',
  );
});

test('the words of a past year with a single day are its time and that day', () => {
  const days = [historyDay('2025-06-01', { episode_seconds: 2520 })];

  const words = yearWords(yearFigures({ ...noHistory, days }, 2025), [], formats);

  expect(seen(words)).toBe('My year of immersion, 2025. 42 min on 1 day.');
});
