import { spotifyEpisode, youtubeVideo } from '@immersion-tracker/contract';
import { seconds } from '@immersion-tracker/contract/testing';
import { describe, expect, test } from 'vitest';
import { wholeDeadline } from '../kernel/testing/fakes.ts';
import { type Row, rowOf, storeOf } from '../watches/testing/rows.ts';
import { getLibrary } from './get-library.ts';

const noon = seconds('2026-05-20T12:00:00+12:00');

async function libraryOf(rows: readonly Row[], year?: number) {
  const deps = { timeZone: 'Pacific/Auckland', clock: () => noon * 1000 };
  const handler = getLibrary({ ...deps, store: storeOf(rows) });
  return (await handler({ user: 'alice', request: { year }, deadline: wholeDeadline() })).library;
}

const at = (timestamp: number): Row => ({ timestamp });

test('everything of which something was watched is listed, the latest first', async () => {
  const library = await libraryOf([
    rowOf.show('Never watched', { tvdb_id: 9 }),
    rowOf.show('dark', { tvdb_id: 7, tvdb_name: 'Dark', tvdb_image: 'https://example.com/7.jpg' }),
    rowOf.episode('dark', '1', { timestamp: noon - 40, episode_duration: 3000 }),
    rowOf.episode('dark', '2', { timestamp: noon - 50 }),
    rowOf.episode('lost', '1', at(noon - 30)),
    rowOf.movie('lola', 'Lola rennt', at(noon - 20)),
    rowOf.group(youtubeVideo, 'UC', 'Channel'),
    rowOf.link(youtubeVideo, 'v', 'UC', at(noon - 10)),
    rowOf.link(spotifyEpisode, 'e', 'unknown', at(noon)),
  ]);

  const once = (watched_at: number, length: number, guessed_seconds = 0) => ({
    ...{ records: 1, seconds: length, guessed_seconds },
    ...{ first_watched_at: watched_at, last_watched_at: watched_at },
  });
  expect(library).toStrictEqual([
    {
      ...{ kind: 'spotify_episode', group_id: 'unknown', name: null, artwork_url: null },
      ...once(noon, 600),
    },
    {
      ...{ kind: 'youtube_video', group_id: 'UC', name: 'Channel', artwork_url: null },
      ...once(noon - 10, 600),
    },
    {
      ...{ kind: 'movie', group_id: 'MOVIE#lola', name: 'Lola rennt' },
      ...{ artwork_url: 'https://example.com/lola.jpg', ...once(noon - 20, 7200) },
    },
    {
      ...{ kind: 'episode', group_id: 'SHOW#lost', name: 'lost', artwork_url: null },
      ...once(noon - 30, 1200, 1200),
    },
    {
      ...{ kind: 'episode', group_id: '7', name: 'Dark', artwork_url: 'https://example.com/7.jpg' },
      ...{ records: 2, seconds: 4200, guessed_seconds: 1200 },
      ...{ first_watched_at: noon - 50, last_watched_at: noon - 40 },
    },
  ]);
});

test('folders of one show are one entry, named after the first of which something was watched', async () => {
  const library = await libraryOf([
    rowOf.show('Season 1', { tvdb_id: 7, tvdb_name: 'Not begun' }),
    rowOf.show('Season 2', { tvdb_id: 7, tvdb_name: 'Begun', tvdb_average_runtime: 1500 }),
    rowOf.show('Season 3', { tvdb_id: 7, tvdb_name: 'Later', tvdb_average_runtime: 3000 }),
    rowOf.episode('Season 3', '1', at(100)),
    rowOf.episode('Season 2', '1', at(300)),
    rowOf.episode('Season 2', '2', at(200)),
  ]);

  expect(library).toMatchObject([
    {
      ...{ group_id: '7', name: 'Begun', records: 3, seconds: 6000, guessed_seconds: 0 },
      ...{ first_watched_at: 100, last_watched_at: 300 },
    },
  ]);
});

test('a movie is one entry for all its viewings, and may lack a length', async () => {
  const first = rowOf.movie('lola', 'Lola rennt', { timestamp: 100 });
  const unknown = rowOf.movie('x', 'X', { timestamp: 50, movie_duration: undefined });

  const library = await libraryOf([first, rowOf.rewatch(first, 200), unknown]);

  expect(library).toMatchObject([
    {
      ...{ group_id: 'MOVIE#lola', records: 2, seconds: 14_400 },
      ...{ first_watched_at: 100, last_watched_at: 200 },
    },
    { group_id: 'MOVIE#x', records: 1, seconds: 0, guessed_seconds: 0 },
  ]);
});

test('entries of the same second are in a fixed order', async () => {
  const library = await libraryOf(['b', 'a'].map((id) => rowOf.link(youtubeVideo, id, id)));

  expect(library.map(({ group_id }) => group_id)).toEqual(['a', 'b']);
});

describe('a year', () => {
  const watchedAt = (...times: string[]) =>
    times.map((time, index) => rowOf.episode('A', `${index}`, at(seconds(time))));
  const settings = { pk: 'USER#alice', sk: 'SETTINGS', user: 'alice' };
  const recordsIn = async (rows: readonly Row[], year: number) =>
    (await libraryOf(rows, year)).map(({ records }) => records);

  test('begins and ends at midnight where the learner lives', async () => {
    const rows = watchedAt(
      ...['2024-12-31T23:59:59+13:00', '2025-01-01T00:00:00+13:00', '2025-07-01T00:00:00+12:00'],
      ...['2025-12-31T23:59:59+13:00', '2026-01-01T00:00:00+13:00', '2026-05-20T12:00:00+12:00'],
    );

    expect(await recordsIn(rows, 2024)).toEqual([1]);
    expect(await recordsIn(rows, 2025)).toEqual([3]);
    expect(await recordsIn(rows, 2026)).toEqual([2]);
    expect(await recordsIn(rows, 2023)).toEqual([]);
  });

  test('begins with a day that begins at the learner’s hour, in the learner’s zone', async () => {
    const mine = { ...settings, time_zone: 'Europe/Berlin', day_starts_at_hour: 4 };
    const rows = [mine, ...watchedAt('2026-01-01T03:59:59+01:00', '2026-01-01T04:00:00+01:00')];

    expect(await recordsIn(rows, 2025)).toEqual([1]);
    expect(await recordsIn(rows, 2026)).toEqual([1]);
  });

  test('has the first and the last time within it', async () => {
    const [before, first, last, after] = [
      ...['2024-06-01T00:00:00Z', '2025-03-01T00:00:00Z', '2025-09-01T00:00:00Z'],
      '2026-02-01T00:00:00Z',
    ].map(seconds);
    const rows = [before, last, first, after].map((time, index) =>
      rowOf.episode('A', `${index}`, { timestamp: time }),
    );

    expect(await libraryOf(rows, 2025)).toMatchObject([
      { records: 2, seconds: 2400, first_watched_at: first, last_watched_at: last },
    ]);
  });
});
