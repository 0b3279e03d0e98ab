import { DatabaseSync } from 'node:sqlite';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { endpoints } from '@immersion-tracker/contract';
import { beforeAll, expect, test } from 'vitest';
import { succeed } from '../testing/trackers/api.ts';
import { documentsOf, type RunningHost } from '../testing/trackers/hosts.ts';
import type { World } from '../testing/trackers/world.ts';

// Records that another program wrote into the same table: those of the specification, with versions, NULLs and
// attributes that this tracker does not know.
const record = { pk: 'USER#alice', user: 'alice' };
const timestamp = 1_730_000_000;
const records: Record<string, string | number | null>[] = [
  {
    ...record,
    ...{ sk: 'EPISODE#show_name#episode_name', folder_name: 'show_name' },
    ...{ file_name: 'episode_name', timestamp, version: 1 },
  },
  {
    ...record,
    ...{ sk: 'SHOW#show_name', folder_name: 'show_name', version: 2 },
    ...{ tvdb_id: 12345, tvdb_name: 'Example Show', tvdb_average_runtime: 2700 },
    tvdb_image: 'https://example.com/poster.jpg',
  },
  {
    ...record,
    ...{ sk: 'SHOW#bare', folder_name: 'bare', version: null },
    ...{ tvdb_id: null, tvdb_name: null, tvdb_image: null, tvdb_average_runtime: null },
  },
  { ...record, sk: 'EPISODE#bare#one', folder_name: 'bare', file_name: 'one', timestamp },
  { ...record, sk: 'EPISODE#lost#one', folder_name: 'lost', file_name: 'one', timestamp },
  {
    ...record,
    ...{ sk: 'MOVIE#movie_name', file_name: 'movie_name', tvdb_id: 67890, version: 1 },
    ...{ tvdb_name: 'Example Movie', movie_duration: 7200, timestamp },
    tvdb_image: 'https://example.com/movie.jpg',
  },
  {
    ...record,
    ...{ sk: 'MOVIE#of TMDB', file_name: 'of TMDB', tmdb_id: 12, tmdb_name: 'Another Movie' },
    ...{ tmdb_image: 'https://example.com/tmdb.jpg', movie_duration: 600, timestamp },
  },
  { ...record, sk: 'MOVIE#bare', file_name: 'bare', tvdb_id: null, timestamp },
  {
    ...record,
    ...{ sk: 'YOUTUBEVIDEO#v', youtube_video_id: 'v', youtube_video_title: 'V', timestamp },
    ...{ youtube_channel_id: 'c', youtube_video_duration: 600 },
  },
  {
    ...record,
    ...{ sk: 'YOUTUBECHANNEL#c', youtube_channel_id: 'c', youtube_channel_title: 'C' },
    youtube_channel_artwork_url: null,
  },
  {
    ...record,
    ...{ sk: 'SPOTIFYEPISODE#e', spotify_episode_id: 'e', spotify_episode_title: 'E', timestamp },
    ...{ spotify_show_id: 'absent', spotify_episode_duration: 900 },
  },
  // A record without a timestamp is skipped, and is not an error.
  { ...record, sk: 'EPISODE#show_name#broken', folder_name: 'show_name', file_name: 'broken' },
];
const unknown = { favourite: 'yes', rating: 5 };

async function fill({ items }: RunningHost): Promise<void> {
  if ('dynamodb' in items) {
    const documents = documentsOf(items.dynamodb);
    for (const item of records) {
      const Item = { ...item, ...unknown, nested: { list: [1, 'two', null] } };
      await documents.send(new PutCommand({ TableName: 'immersion_tracker', Item }));
    }
    return;
  }
  const database = new DatabaseSync(items.file);
  database.exec('ALTER TABLE items ADD COLUMN favourite TEXT');
  database.exec('ALTER TABLE items ADD COLUMN rating INTEGER');
  for (const item of records) {
    const entries = Object.entries({ ...item, ...unknown });
    const columns = entries.map(([name]) => name).join(', ');
    const places = entries.map(() => '?').join(', ');
    const insert = database.prepare(`INSERT INTO items (${columns}) VALUES (${places})`);
    insert.run(...entries.map(([, value]) => value));
  }
  database.close();
}

export function testForeignRecords(world: World): void {
  beforeAll(() => fill(world.host));

  test('records of another program count in the progress', async () => {
    const days = Math.floor((Date.now() / 1000 - timestamp) / 86_400);

    const progress = await succeed(world.host.url, endpoints.getProgress);

    // 45 + 20 + 20 minutes of shows, 120 + 10 of movies, 10 of videos, 15 of podcasts: 4 h.
    expect(progress).toMatchObject({
      total_episodes_watched: 3,
      total_movies_watched: 3,
      youtube_videos_watched: 1,
      spotify_episodes_watched: 1,
      total_hours_watched: 4,
      episodes_watched_today: 0,
      days_since_first_episode: days,
      weekly_trend_percentage: -100,
      shows: [
        {
          show_id: '12345',
          name: 'Example Show',
          artwork_url: 'https://example.com/poster.jpg',
          episodes_watched: 1,
        },
        { show_id: null, name: 'bare', artwork_url: null, episodes_watched: 1 },
        { show_id: null, name: null, artwork_url: null, episodes_watched: 1 },
      ],
      youtube_channels: [
        { channel_id: 'c', channel_name: 'C', artwork_url: null, videos_watched: 1 },
      ],
      spotify_shows: [
        { show_id: 'absent', show_name: null, artwork_url: null, episodes_watched: 1 },
      ],
      movies: [
        {
          movie_id: 'of TMDB',
          name: 'Another Movie',
          artwork_url: 'https://example.com/tmdb.jpg',
        },
        {
          movie_id: 'movie_name',
          name: 'Example Movie',
          artwork_url: 'https://example.com/movie.jpg',
        },
        { movie_id: 'bare', name: null, artwork_url: null },
      ],
    });
    // 26 October 2024 in Auckland, so the first quarter is October's.
    const { all_time_progress } = endpoints.getProgress.response.parse(progress);
    expect(all_time_progress[0]).toStrictEqual({ label: 'Oct 2024', cumulative_hours: 4 });
    expect(all_time_progress.at(-1)).toStrictEqual(all_time_progress[0]);
  });

  test('records of another program are listed as shows, and are not added again', async () => {
    const episodes = [{ folder_name: 'show_name', file_name: 'episode_name' }];

    const shows = await succeed(world.host.url, endpoints.getShows);
    const added = await succeed(world.host.url, endpoints.syncEpisodes, { episodes });

    expect(shows).toMatchObject({
      shows: [
        { folder_name: 'bare', tvdb_id: null },
        { folder_name: 'show_name', tvdb_id: 12345 },
      ],
    });
    expect(added).toStrictEqual({ episodes_added: 0 });
  });

  test('skipped records are in the log', async () => {
    await expect.poll(world.host.log, { timeout: 30_000 }).toContain('EPISODE#show_name#broken');
  });
}
