import {
  byKind,
  endpoints,
  spotifyEpisode,
  writeFigures,
  youtubeVideo,
} from '@immersion-tracker/contract';
import { seconds } from '@immersion-tracker/contract/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deadlineIn } from '../kernel/deadline.ts';
import type { Store } from '../store/store.ts';
import { openMemoryStore } from '../store/testing/memory-store.ts';
import { insertRows, type Row, rowOf } from '../watches/testing/rows.ts';
import { getProgress } from './get-progress.ts';

// The representative records of the data contract. 1730000000 is 2024-10-27 16:33:20 in Auckland.
const representative: Row[] = [
  {
    pk: 'USER#alice',
    sk: 'EPISODE#show_name#episode_name',
    user: 'alice',
    folder_name: 'show_name',
    file_name: 'episode_name',
    timestamp: 1730000000,
  },
  {
    pk: 'USER#alice',
    sk: 'SHOW#show_name',
    user: 'alice',
    folder_name: 'show_name',
    tvdb_id: 12345,
    tvdb_name: 'Example Show',
    tvdb_image: 'https://example.com/poster.jpg',
    tvdb_average_runtime: 2700,
    version: 2,
  },
  {
    pk: 'USER#alice',
    sk: 'MOVIE#movie_name',
    user: 'alice',
    file_name: 'movie_name',
    tvdb_id: 67890,
    tvdb_name: 'Example Movie',
    tvdb_image: 'https://example.com/movie.jpg',
    movie_duration: 7200,
    timestamp: 1730000000,
  },
];

let store: Store;

beforeEach(() => {
  store = openMemoryStore();
});

afterEach(() => store.close());

function progressAt(epochSeconds: number, user = 'alice', timeZone = 'Pacific/Auckland') {
  const handler = getProgress({ store, timeZone, clock: () => epochSeconds * 1000 });
  return handler({ user, request: undefined, deadline: deadlineIn(5000) });
}

const emptyDays = [6, 5, 4, 3, 2, 1].map((days_ago) => ({ days_ago, minutes_watched: 0 }));

describe('the representative records', () => {
  test('are today’s progress on the day they are recorded', async () => {
    await insertRows(store, representative);

    const progress = await progressAt(1730000000);

    expect(progress).toEqual({
      ...writeFigures(byKind(() => ({ watched: 0, watchedToday: 0, groups: [] }))),
      total_episodes_watched: 1,
      total_movies_watched: 1,
      total_hours_watched: 2,
      episodes_watched_today: 1,
      movies_watched_today: 1,
      youtube_videos_watched: 0,
      youtube_videos_watched_today: 0,
      spotify_episodes_watched: 0,
      spotify_episodes_watched_today: 0,
      days_since_first_episode: 0,
      weekly_trend_percentage: null,
      daily_activity: [...emptyDays, { days_ago: 0, minutes_watched: 165 }],
      all_time_progress: [{ label: 'Oct 2024', cumulative_hours: 2 }],
      shows: [
        {
          show_id: '12345',
          name: 'Example Show',
          artwork_url: 'https://example.com/poster.jpg',
          episodes_watched: 1,
        },
      ],
      youtube_channels: [],
      spotify_shows: [],
      movies: [
        {
          movie_id: 'movie_name',
          name: 'Example Movie',
          artwork_url: 'https://example.com/movie.jpg',
        },
      ],
    });
  });

  test('are only in the totals four weeks later', async () => {
    await insertRows(store, representative);

    const progress = await progressAt(1730000000 + 28 * 86_400);

    expect(progress).toMatchObject({
      total_hours_watched: 2,
      episodes_watched_today: 0,
      movies_watched_today: 0,
      days_since_first_episode: 28,
      weekly_trend_percentage: -100,
      daily_activity: [...emptyDays, { days_ago: 0, minutes_watched: 0 }],
      all_time_progress: [{ label: 'Oct 2024', cumulative_hours: 2 }],
    });
  });
});

describe('all kinds of media', () => {
  // 45 + 120 + 10 + 30 minutes are 205 minutes.
  const everything = [
    ...[rowOf.show('A', { tvdb_id: 1, tvdb_name: 'Show', tvdb_average_runtime: 2700 })],
    ...[rowOf.episode('A', '1'), rowOf.movie('m', 'Movie')],
    ...[rowOf.group(youtubeVideo, 'UC1', 'Channel'), rowOf.link(youtubeVideo, 'v', 'UC1')],
    ...[
      rowOf.group(spotifyEpisode, 's', 'Podcast'),
      rowOf.link(spotifyEpisode, 'e', 's', { spotify_episode_duration: 1800 }),
    ],
  ];
  const noon = seconds('2026-05-20T12:00:00+12:00');

  test('add up in a response with exactly the documented fields', async () => {
    await insertRows(store, everything);

    const progress = await progressAt(noon);

    expect(endpoints.getProgress.response.parse(progress)).toStrictEqual(progress);
    expect(progress).toMatchObject({
      total_hours_watched: 3,
      episodes_watched_today: 1,
      movies_watched_today: 1,
      youtube_videos_watched_today: 1,
      spotify_episodes_watched_today: 1,
      daily_activity: [...emptyDays, { days_ago: 0, minutes_watched: 205 }],
    });
    expect(progress.youtube_channels.map(({ channel_name }) => channel_name)).toEqual(['Channel']);
    expect(progress.spotify_shows.map(({ show_name }) => show_name)).toEqual(['Podcast']);
  });

  test('count only for their owner', async () => {
    await insertRows(store, everything);

    const progress = await progressAt(noon, 'bob');

    expect(endpoints.getProgress.response.parse(progress)).toStrictEqual(progress);
    expect(progress).toMatchObject({ total_episodes_watched: 0, total_hours_watched: 0 });
    expect(progress).toMatchObject({ days_since_first_episode: 0, all_time_progress: [] });
  });

  test('count for today or yesterday depending on the configured time zone', async () => {
    await insertRows(store, everything);

    // Watched at 8 a.m. on 20 May in Auckland, which was 10 a.m. on 19 May in Honolulu.
    const late = seconds('2026-05-20T23:00:00+12:00');
    const inAuckland = await progressAt(late);
    const inHonolulu = await progressAt(late, 'alice', 'Pacific/Honolulu');

    expect(inAuckland.daily_activity.at(-1)).toEqual({ days_ago: 0, minutes_watched: 205 });
    expect(inAuckland.episodes_watched_today).toBe(1);
    expect(inHonolulu.daily_activity.at(-2)).toEqual({ days_ago: 1, minutes_watched: 205 });
    expect(inHonolulu.episodes_watched_today).toBe(0);
  });
});

test('several thousand records all count', async () => {
  const episodes = Array.from({ length: 2500 }, (_, index) => rowOf.episode('A', `${index}`));
  await insertRows(store, episodes);

  const progress = await progressAt(seconds('2026-05-20T12:00:00+12:00'));

  expect(progress.total_episodes_watched).toBe(2500);
  // 2,500 x 20 minutes are 833 hours and 20 minutes.
  expect(progress.total_hours_watched).toBe(833);
});
