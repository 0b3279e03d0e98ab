import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { as, expectError, send, succeed } from '../testing/trackers/api.ts';
import type { World } from '../testing/trackers/world.ts';

/** In the afternoon of 26 October 2024 in Auckland. */
const WATCHED_AT = 1_729_911_600;
/** The recorded episode, and those that its podcast released before it. */
const [LATEST, ...EARLIER] = [
  '512ojhOuo1ktJprKbVcKyQ',
  '5Xt5DXGzch68nYYamXrNxZ',
  '0Q86acNRm6V9GYx55SXKwf',
];

export function testDatesAndLengths(world: World): void {
  test('records of every kind keep the date and the length that the client sends', async () => {
    const { syncEpisodes, syncMovies, syncYoutube, syncSpotify } = endpoints;
    const watched_at = WATCHED_AT;
    const of = (files: Readonly<Record<string, unknown>>, duration: number) => [
      { ...files, watched_at, duration },
    ];

    await succeed(world.host.url, syncEpisodes, {
      episodes: of({ folder_name: 'Show', file_name: 'E01' }, 1500),
    });
    await succeed(world.host.url, syncMovies, {
      movies: of({ file_name: 'lola', tvdb_id: 2658 }, 5000),
    });
    await succeed(world.host.url, syncYoutube, {
      video_ids: ['aB3dE5fG7hI'],
      watched_at: { aB3dE5fG7hI: watched_at },
    });
    await succeed(world.host.url, syncSpotify, {
      episode_ids: [LATEST],
      watched_at: { [`${LATEST}`]: watched_at },
    });

    expect(await succeed(world.host.url, endpoints.getHistory)).toMatchObject({
      days: [
        {
          date: '2024-10-26',
          ...{ episode_seconds: 1500, movie_seconds: 5000 },
          // As the providers say: 15:51 and 28:06.
          ...{ youtube_video_seconds: 951, spotify_episode_seconds: 1686 },
        },
      ],
      guessed_seconds: 0,
    });
    expect(await succeed(world.host.url, endpoints.getLibrary, { year: 2024 })).toMatchObject({
      library: { length: 4 },
    });
    expect(await succeed(world.host.url, endpoints.getLibrary, { year: 2025 })).toEqual({
      library: [],
    });
  });

  test.each([
    ['/sync', { episodes: [{ folder_name: 'a', file_name: 'b', watched_at: 4_000_000_000 }] }],
    ['/syncyoutube', { video_ids: [], watched_at: { x: 4_000_000_000 } }],
  ])('%s refuses a date that has not come yet', async (path, body) => {
    expectError(await send(world.host.url, 'POST', path, body), 400, 'invalid_request');
  });

  test('a podcast can be recorded up to an episode, which can be seen before', async () => {
    const other = as('bob');
    const request = { episode_ids: [LATEST], backfill: true };
    const preview = () =>
      succeed(world.host.url, endpoints.previewBackfill, { episode_ids: [LATEST] }, other);
    const episodes = [
      { id: LATEST, title: '#12 週末の話', duration: 1686 },
      { id: EARLIER[0], title: '#11 Travel', duration: 2754 },
      { id: EARLIER[1], title: '#10 Trailer', duration: 61 },
    ];

    const before = endpoints.previewBackfill.response.parse(await preview());
    const added = await succeed(
      world.host.url,
      endpoints.syncSpotify,
      { ...request, watched_at: { [`${LATEST}`]: WATCHED_AT } },
      other,
    );
    const after = endpoints.previewBackfill.response.parse(await preview());

    const inOrder = (list: typeof before.episodes) =>
      list.toSorted((a, b) => b.duration - a.duration);
    const expected = (known: boolean) =>
      inOrder(episodes.map((one) => ({ ...one, id: `${one.id}`, known })));
    expect(inOrder(before.episodes)).toEqual(expected(false));
    expect(inOrder(after.episodes)).toEqual(expected(true));
    expect(added).toEqual({ episodes_added: 3 });
    expect(await succeed(world.host.url, endpoints.getHistory, undefined, other)).toMatchObject({
      days: [{ date: '2024-10-26', spotify_episode_records: 3, spotify_episode_seconds: 4501 }],
    });
  });
}
