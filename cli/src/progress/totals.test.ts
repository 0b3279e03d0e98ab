import { expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { nothing } from './testing/any-progress.ts';
import { totals } from './totals.ts';

test('years of learning stand on two lines', () => {
  const progress = {
    ...nothing,
    total_hours_watched: 1308,
    days_since_first_episode: 1826,
    total_episodes_watched: 3210,
    total_movies_watched: 45,
    youtube_videos_watched: 10_020,
    spotify_episodes_watched: 310,
  };

  expect(totals(progress, 80, plainPaint)).toEqual([
    '1,308 hours in 1,826 days',
    '  3,210 episodes · 45 movies · 10,020 YouTube videos · 310 podcast episodes',
  ]);
});

test('one of each is one', () => {
  const progress = {
    ...nothing,
    total_hours_watched: 1,
    days_since_first_episode: 1,
    total_episodes_watched: 1,
    total_movies_watched: 1,
    youtube_videos_watched: 1,
    spotify_episodes_watched: 1,
  };

  expect(totals(progress, 80, plainPaint)).toEqual([
    '1 hour in 1 day',
    '  1 episode · 1 movie · 1 YouTube video · 1 podcast episode',
  ]);
});

test('the first day is no number of days', () => {
  const progress = { ...nothing, total_episodes_watched: 1 };

  expect(totals(progress, 80, plainPaint)[0]).toBe('0 hours in your first day');
});
