import { expect, test } from 'vitest';
import { collections } from './collections.ts';
import { isEmpty } from './is-empty.ts';
import type { Progress } from './progress.ts';
import { progressWith } from './testing/samples.ts';

test('whoever has recorded nothing is shown how to begin', () => {
  const progress = progressWith();

  expect(isEmpty(progress, collections(progress))).toBe(true);
});

test.each<[string, Partial<Progress>]>([
  ['an hour', { total_hours_watched: 1 }],
  ['an episode', { total_episodes_watched: 1 }],
  ['a film', { total_movies_watched: 1 }],
  ['a video', { youtube_videos_watched: 1 }],
  ['an episode of a podcast', { spotify_episodes_watched: 1 }],
  ['a quarter', { all_time_progress: [{ label: 'Jan 2026', cumulative_hours: 0 }] }],
  ['a show', { shows: [{ show_id: null, name: null, artwork_url: null, episodes_watched: 0 }] }],
  ['the name of a film', { movies: [{ movie_id: 'up', name: null, artwork_url: null }] }],
  [
    'a channel',
    {
      youtube_channels: [
        { channel_id: 'UC1', channel_name: null, artwork_url: null, videos_watched: 0 },
      ],
    },
  ],
  [
    'a podcast',
    {
      spotify_shows: [{ show_id: 's1', show_name: null, artwork_url: null, episodes_watched: 0 }],
    },
  ],
])('whoever has recorded %s is shown it, if nothing else', (_, told) => {
  const progress = progressWith(told);

  expect(isEmpty(progress, collections(progress))).toBe(false);
});
