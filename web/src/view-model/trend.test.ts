import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';
import { trend } from './trend.ts';

const formats = createFormats(['en-NZ']);

const ABOUT = 'About as much as in your average week';
const LESS = 'Less than in your average week';
const MORE = 'More than in your average week';

test.each([
  [-100, LESS, '-100%', 'down'],
  [-5, LESS, '-5%', 'down'],
  [-4.99, LESS, '-5%', 'down'],
  [-4.51, LESS, '-4.5%', 'down'],
  [-4.4, ABOUT, '-4.4%', 'level'],
  [-0.04, ABOUT, '0%', 'level'],
  [0, ABOUT, '0%', 'level'],
  [4.4, ABOUT, '+4.4%', 'level'],
  [4.51, MORE, '+4.5%', 'up'],
  [4.99, MORE, '+5%', 'up'],
  [5, MORE, '+5%', 'up'],
  [12.5, MORE, '+12.5%', 'up'],
  [199.4, MORE, '+199.4%', 'up'],
  [199.9, '3 times your average week', '+199.9%', 'up'],
  [200, '3 times your average week', '+200%', 'up'],
  [204, '3 times your average week', '+204%', 'up'],
  [206, '3.1 times your average week', '+206%', 'up'],
  [900, '10 times your average week', '+900%', 'up'],
  [99_890, '999.9 times your average week', '+99,890%', 'up'],
  [99_900, '1,000 times your average week', '+99,900%', 'up'],
  [99_910, 'more than 1,000 times your average week', '+99,910%', 'up'],
  [1_234_567, 'more than 1,000 times your average week', '+1,234,567%', 'up'],
])('%d percent reads as "%s"', (percent, words, figure, direction) => {
  const progress = { weekly_trend_percentage: percent, days_since_first_episode: 14 };

  expect(trend(progress, formats)).toEqual({ words, figure, direction });
});

test.each([
  [0, 'Two weeks of history make a comparison possible.'],
  [13, 'Two weeks of history make a comparison possible.'],
  [14, 'Nothing has a known length yet, so there is nothing to compare.'],
  [4000, 'Nothing has a known length yet, so there is nothing to compare.'],
])('without a comparison after %i days, the reason is said', (days, words) => {
  const progress = { weekly_trend_percentage: null, days_since_first_episode: days };

  expect(trend(progress, formats)).toEqual({ words, figure: undefined, direction: 'unknown' });
});

test('numbers are those of the person', () => {
  const progress = { weekly_trend_percentage: 1150, days_since_first_episode: 100 };

  const { words, figure } = trend(progress, createFormats(['de-DE']));

  expect([words, figure]).toEqual(['12,5 times your average week', '+1.150\u00a0%']);
});
