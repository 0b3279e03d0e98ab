import { expect, test } from 'vitest';
import { trendInWords } from './trend.ts';

const ABOUT = 'about as much as your average week';
const LESS = 'less than your average week';
const MORE = 'more than your average week';

test.each([
  [-100, LESS, 100, 'down'],
  [-5, LESS, 5, 'down'],
  [-4.51, LESS, 5, 'down'],
  [-4.4, ABOUT, undefined, 'level'],
  [0, ABOUT, undefined, 'level'],
  [4.4, ABOUT, undefined, 'level'],
  [4.51, MORE, 5, 'up'],
  [12.4, MORE, 12, 'up'],
  [199.4, MORE, 199, 'up'],
  [199.9, '3 times your average week', undefined, 'up'],
  [204, '3 times your average week', undefined, 'up'],
  [206, '3.1 times your average week', undefined, 'up'],
  [99_890, '999.9 times your average week', undefined, 'up'],
  [99_900, '1,000 times your average week', undefined, 'up'],
  [99_910, 'more than 1,000 times your average week', undefined, 'up'],
])('%d percent reads as "%s"', (weekly_trend_percentage, words, percent, direction) => {
  const progress = { weekly_trend_percentage, days_since_first_episode: 14 };

  expect(trendInWords(progress)).toEqual({ words, percent, direction });
});

test.each([
  [0, 'comparison starts after two weeks'],
  [13, 'comparison starts after two weeks'],
  [14, 'nothing has a known length yet'],
])('without a trend after %i days, the words say why', (days, words) => {
  const progress = { weekly_trend_percentage: null, days_since_first_episode: days };

  expect(trendInWords(progress)).toEqual({ words, percent: undefined, direction: 'unknown' });
});

test('numbers are formatted for the reader', () => {
  const progress = { weekly_trend_percentage: 1150, days_since_first_episode: 100 };

  const { words } = trendInWords(progress, new Intl.NumberFormat('de-DE').format);

  expect(words).toBe('12,5 times your average week');
});
