import {
  endpoints,
  episode,
  itemKey,
  movie,
  providers,
  rewatchKey,
  spotifyEpisode,
  youtubeVideo,
} from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { as, expectError, send, succeed } from '../testing/trackers/api.ts';
import type { World } from '../testing/trackers/world.ts';

const { lookup, rewatch, syncEpisodes, syncMovies, syncSpotify, syncYoutube } = endpoints;

/** In the afternoon of 26 October 2024 in Auckland. */
const EARLIER = 1_729_911_600;

export function testKnownRecords(world: World): void {
  const to = (
    endpoint: (typeof endpoints)[keyof typeof endpoints],
    body?: unknown,
    user?: string,
  ) => succeed(world.host.url, endpoint, body, user && as(user));
  const recordEpisode = (folder_name: string, file_name: string, source?: string) =>
    to(syncEpisodes, { episodes: [{ folder_name, file_name }], source });
  const refused = (path: string, body: unknown, user = 'alice') =>
    send(world.host.url, 'POST', path, body, as(user));
  const knownOf = async (ids: readonly string[], user?: string) =>
    lookup.response.parse(await to(lookup, { ids }, user)).known;

  test('a lookup finds records of every kind, with their times and sources', async () => {
    const before = Math.floor(Date.now() / 1000);
    const source = 'run 1';
    await recordEpisode('Show #1', 'Season 01/E01', source);
    await to(syncMovies, { movies: [{ file_name: 'lola', tvdb_id: 2658 }], source });
    await to(syncYoutube, { video_ids: ['aB3dE5fG7hI'], source });
    await to(syncSpotify, { episode_ids: ['512ojhOuo1ktJprKbVcKyQ'], source });
    await recordEpisode('Show #1', 'Season 01/E02');
    const ids = [
      itemKey(spotifyEpisode.record, '512ojhOuo1ktJprKbVcKyQ'),
      itemKey(youtubeVideo.record, 'aB3dE5fG7hI'),
      itemKey(movie.record, 'lola'),
      itemKey(episode.record, 'Show #1', 'Season 01/E01'),
    ];
    const second = itemKey(episode.record, 'Show #1', 'Season 01/E02');

    const known = await knownOf([...ids, second, 'SHOW#Show #1', 'MOVIE#other', 'x']);

    expect(known.map(({ id, source }) => [id, source])).toStrictEqual([
      ...ids.map((id) => [id, 'run 1']),
      [second, null],
    ]);
    for (const { watched_at } of known) {
      expect(watched_at).toBeGreaterThanOrEqual(before);
      expect(watched_at).toBeLessThanOrEqual(Date.now() / 1000);
    }
    expect(await knownOf(ids, 'bob')).toStrictEqual([]);
  });

  test('each rewatch counts once', async () => {
    const user = 'bob';
    const movies = [{ file_name: 'lola', tvdb_id: 2658 }];
    await to(syncMovies, { movies, source: 'run 1' }, user);
    const again = { ids: ['MOVIE#lola'], watched_at: EARLIER, source: 'run 2' };

    const added = [
      await to(rewatch, again, user),
      await to(rewatch, { ...again, ids: [`MOVIE#lola#${EARLIER}`, 'MOVIE#lola'] }, user),
      await to(rewatch, { ids: [`MOVIE#lola#${EARLIER}`] }, user),
    ];

    expect(added).toStrictEqual([{ added: 1 }, { added: 0 }, { added: 1 }]);
    expect(await knownOf([`MOVIE#lola#${EARLIER}`], user)).toStrictEqual([
      { id: `MOVIE#lola#${EARLIER}`, watched_at: EARLIER, source: 'run 2' },
    ]);
    // 3 x 81 minutes.
    expect(await to(endpoints.getProgress, undefined, user)).toMatchObject({
      total_movies_watched: 3,
      movies_watched_today: 2,
      total_hours_watched: 4,
      movies: [{ movie_id: 'lola' }],
    });
  });

  test("another user's records cannot be watched again, and nothing is written", async () => {
    await recordEpisode('of alice', 'one');
    const [id, own] = [
      itemKey(episode.record, 'of alice', 'one'),
      itemKey(movie.record, 'もののけ姫'),
    ];
    const movies = [{ file_name: 'もののけ姫', tvdb_id: 2658 }];
    await to(syncMovies, { movies }, 'やまだ さん');

    const answer = await refused('/rewatch', { ids: [own, id], watched_at: 1 }, 'やまだ さん');

    expectError(answer, 422, 'unknown_ids');
    expect(answer.body).toMatchObject({ ids: [id] });
    expect(await knownOf([rewatchKey(own, 1)], 'やまだ さん')).toStrictEqual([]);
  });

  test('a rewatch and a record that would have the same key are not confused, whichever comes first', async () => {
    await recordEpisode('first', 'b#9');
    await recordEpisode('first', 'b');
    await recordEpisode('second', 'b');
    await to(rewatch, { ids: ['EPISODE#second#b'], watched_at: 9 });

    const taken = await refused('/rewatch', { ids: ['EPISODE#first#b'], watched_at: 9 });
    const episodes = [{ folder_name: 'second', file_name: 'b#9' }];
    const late = await refused('/sync', { episodes });

    for (const answer of [taken, late]) expectError(answer, 409, 'conflict');
    expect(taken.body).toMatchObject({ message: expect.stringContaining('file "b#9"') });
    expect(late.body).toMatchObject({ message: expect.stringContaining('the rewatch of folder') });
  });

  test('one request can look up 2,000 ids', async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `${index}`);
    const some = names.filter((_, index) => index % 500 === 0);
    await to(syncEpisodes, {
      episodes: some.map((file_name) => ({ folder_name: 'long', file_name })),
    });

    const known = await knownOf(names.map((name) => itemKey(episode.record, 'long', name)));

    expect(known.map(({ id }) => id)).toStrictEqual(
      some.map((name) => itemKey(episode.record, 'long', name)),
    );
  });

  test('GET /providers lists every provider as configured', async () => {
    expect(await to(endpoints.getProviders)).toStrictEqual(
      Object.fromEntries(providers.map(({ id }) => [id, true])),
    );
  });
}
