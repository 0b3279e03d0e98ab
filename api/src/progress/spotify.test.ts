import { expect, test } from 'vitest';
import { spotifyProgress } from './spotify.ts';
import { type Row, readRows, rowOf, seconds, tallyAt } from './testing/rows.ts';

const { podcastEpisode, podcast } = rowOf;
const midnight = seconds('2026-05-20T00:00:00+12:00');

const progressOf = (rows: readonly Row[]) =>
  spotifyProgress(readRows(rows), tallyAt('2026-05-20T12:00:00+12:00'));

test('episodes count under their show, with its name and artwork', async () => {
  const { spotify_shows } = await progressOf([
    podcast('s1', 'First', { spotify_show_artwork_url: 'https://example.com/1.jpg' }),
    podcastEpisode('e1', 's1'),
    podcastEpisode('e2', 's1'),
  ]);

  expect(spotify_shows).toEqual([
    {
      show_id: 's1',
      show_name: 'First',
      artwork_url: 'https://example.com/1.jpg',
      episodes_watched: 2,
    },
  ]);
});

test('shows come by episodes descending, then by name, and those not known come last', async () => {
  const { spotify_shows } = await progressOf([
    podcast('s1', 'b'),
    podcast('s2', 'a', { spotify_show_artwork_url: null }),
    podcast('s3', 'z'),
    podcast('s4', 'never heard'),
    ...['s1', 's2', 's3', 's9'].map((id, index) => podcastEpisode(`e${index}`, id)),
    podcastEpisode('e9', 's3'),
  ]);

  expect(spotify_shows).toEqual([
    { show_id: 's3', show_name: 'z', artwork_url: null, episodes_watched: 2 },
    { show_id: 's2', show_name: 'a', artwork_url: null, episodes_watched: 1 },
    { show_id: 's1', show_name: 'b', artwork_url: null, episodes_watched: 1 },
    { show_id: 's9', show_name: null, artwork_url: null, episodes_watched: 1 },
  ]);
});

test('episodes of today are told apart, and all last as long as they do', async () => {
  const tally = tallyAt('2026-05-20T12:00:00+12:00');
  const read = readRows([
    podcastEpisode('e1', 's1', { timestamp: midnight - 1, spotify_episode_duration: 1799.5 }),
    podcastEpisode('e2', 's1', { timestamp: midnight, spotify_episode_duration: 1800.5 }),
  ]);

  const progress = await spotifyProgress(read, tally);

  expect(progress.spotify_episodes_watched).toBe(2);
  expect(progress.spotify_episodes_watched_today).toBe(1);
  expect(tally.figures().total_hours_watched).toBe(1);
});

test('a show that does not fit leaves its episodes without a name, an episode is left out', async () => {
  const progress = await progressOf([
    podcast('s1', 'x', { spotify_show_name: undefined }),
    podcastEpisode('e1', 's1', { version: 4 }),
    podcastEpisode('e2', 's1', { spotify_episode_duration: -1 }),
  ]);

  expect(progress.spotify_episodes_watched).toBe(1);
  expect(progress.spotify_shows).toEqual([
    { show_id: 's1', show_name: null, artwork_url: null, episodes_watched: 1 },
  ]);
});
