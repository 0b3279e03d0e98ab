import { describe, expect, test } from 'vitest';
import { trend } from './trend.ts';

describe('against the average week, the last one is', () => {
  test.each([
    [12.4, '12% more than your average week'],
    [12.5, '13% more than your average week'],
    [-30, '30% less than your average week'],
    [-100, '100% less than your average week'],
    [4.9, 'about as much as your average week'],
    [-4.9, 'about as much as your average week'],
    [0, 'about as much as your average week'],
    [5, '5% more than your average week'],
    [199.4, '199% more than your average week'],
    [200, '3 times your average week'],
    [246, '3.5 times your average week'],
    [5100, '52 times your average week'],
    [1e300, 'more than 1,000 times your average week'],
    [-1e300, '100% less than your average week'],
  ])('%d percent: %s', (weekly_trend_percentage, words) => {
    expect(trend({ weekly_trend_percentage, days_since_first_episode: 400 })).toBe(words);
  });
});

describe('nothing to compare with', () => {
  test.each([
    ['in the first two weeks', 13, 'comparison after two weeks of history'],
    ['while nothing has a length', 14, 'nothing has a known length yet'],
  ])('%s', (_, days_since_first_episode, words) => {
    expect(trend({ weekly_trend_percentage: null, days_since_first_episode })).toBe(words);
  });
});
