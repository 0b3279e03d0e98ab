import { byKind, createClient, endpoints, writeFigures } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { as, send, succeed } from '../testing/trackers/api.ts';
import type { Host } from '../testing/trackers/hosts.ts';
import { USERS } from '../testing/trackers/local-host.ts';
import type { World } from '../testing/trackers/world.ts';

export function testScenarios(world: World, { differs }: Host): void {
  test('a new user has empty lists and zeros', async () => {
    const progress = await succeed(world.host.url, endpoints.getProgress, undefined, as('bob'));
    const shows = await succeed(world.host.url, endpoints.getShows, undefined, as('bob'));

    expect(shows).toStrictEqual({ shows: [] });
    expect(progress).toStrictEqual({
      ...writeFigures(byKind(() => ({ watched: 0, watchedToday: 0, groups: [] }))),
      total_episodes_watched: 0,
      total_movies_watched: 0,
      total_hours_watched: 0,
      episodes_watched_today: 0,
      movies_watched_today: 0,
      youtube_videos_watched: 0,
      youtube_videos_watched_today: 0,
      spotify_episodes_watched: 0,
      spotify_episodes_watched_today: 0,
      days_since_first_episode: 0,
      weekly_trend_percentage: null,
      daily_activity: [6, 5, 4, 3, 2, 1, 0].map((days_ago) => ({ days_ago, minutes_watched: 0 })),
      all_time_progress: [],
      shows: [],
      youtube_channels: [],
      spotify_shows: [],
      movies: [],
    });
  });

  test('episodes are recorded once, shows get names, and both count in the progress', async () => {
    const episodes = [
      { folder_name: '【推しの子】 #1', file_name: 'Episode 1' },
      { folder_name: '【推しの子】 #1', file_name: 'Episode 2' },
      { folder_name: 'show_name', file_name: 'episode_name' },
    ];

    const first = await succeed(world.host.url, endpoints.syncEpisodes, { episodes });
    const again = await succeed(world.host.url, endpoints.syncEpisodes, { episodes });
    const before = await succeed(world.host.url, endpoints.getShows);
    const update = { folder_name: '【推しの子】 #1', tvdb_id: 421069 };
    const updated = await succeed(world.host.url, endpoints.updateShow, update);
    const after = await succeed(world.host.url, endpoints.getShows);

    expect(first).toStrictEqual({ episodes_added: 3 });
    expect(again).toStrictEqual({ episodes_added: 0 });
    expect(before).toStrictEqual({
      shows: [
        { folder_name: 'show_name', tvdb_id: null, tvdb_name: null, tvdb_image: null },
        { folder_name: '【推しの子】 #1', tvdb_id: null, tvdb_name: null, tvdb_image: null },
      ],
    });
    expect(updated).toStrictEqual({});
    expect(after).toMatchObject({
      shows: [
        { folder_name: 'show_name', tvdb_id: null },
        {
          folder_name: '【推しの子】 #1',
          tvdb_id: 421069,
          tvdb_name: '【推しの子】',
          tvdb_image:
            'https://artworks.thetvdb.com/banners/v4/series/421069/posters/641e6331b737b.jpg',
        },
      ],
    });
    // 2 x 27 minutes of the series, and 20 minutes for the show without an id.
    expect(await succeed(world.host.url, endpoints.getProgress)).toMatchObject({
      total_episodes_watched: 3,
      episodes_watched_today: 3,
      total_hours_watched: 1,
      daily_activity: [{}, {}, {}, {}, {}, {}, { days_ago: 0, minutes_watched: 74 }],
      shows: [
        { show_id: '421069', name: '【推しの子】', episodes_watched: 2 },
        { show_id: null, name: 'show_name', artwork_url: null, episodes_watched: 1 },
      ],
    });
  });

  test('videos, podcast episodes and movies are recorded with metadata and grouped', async () => {
    const youtube = { video_ids: ['aB3dE5fG7hI', '-_9xYz01AbA', 'aB3dE5fG7hI'] };
    const spotify = { episode_ids: ['512ojhOuo1ktJprKbVcKyQ'] };
    const movies = { movies: [{ file_name: 'lola', tvdb_id: 2658 }] };
    const third = as('やまだ さん');

    const videosAdded = await succeed(world.host.url, endpoints.syncYoutube, youtube, third);
    const episodesAdded = await succeed(world.host.url, endpoints.syncSpotify, spotify, third);
    const moviesAdded = await succeed(world.host.url, endpoints.syncMovies, movies, third);
    const progress = await succeed(world.host.url, endpoints.getProgress, undefined, third);

    expect(videosAdded).toStrictEqual({ videos_added: 2 });
    expect(episodesAdded).toStrictEqual({ episodes_added: 1 });
    expect(moviesAdded).toStrictEqual({ movies_added: 1 });
    // 15:51 + 1:02:03 of videos, 28:06 of a podcast, 81 minutes of a movie: 11,220 seconds.
    expect(progress).toMatchObject({
      total_episodes_watched: 0,
      total_hours_watched: 3,
      youtube_videos_watched: 2,
      youtube_videos_watched_today: 2,
      spotify_episodes_watched: 1,
      total_movies_watched: 1,
      movies_watched_today: 1,
      daily_activity: [{}, {}, {}, {}, {}, {}, { days_ago: 0, minutes_watched: 187 }],
      youtube_channels: [
        {
          channel_id: 'UCx1Y2z3A4b5C6d7E8f9G0hQ',
          channel_name: 'Example Channel',
          artwork_url: 'https://yt3.ggpht.com/ytc/EXAMPLE=s800-c-k-c0x00ffffff-no-rj',
          videos_watched: 2,
        },
      ],
      spotify_shows: [
        {
          show_id: '38bS44xjbVVZ3No3ByF1dJ',
          show_name: 'Example Podcast',
          artwork_url: 'https://i.scdn.co/image/ab6765630000ba8a0123456789abcdef01234567',
          episodes_watched: 1,
        },
      ],
      movies: [
        {
          movie_id: 'lola',
          name: 'Run Lola Run',
          artwork_url: 'https://artworks.thetvdb.com/banners/movies/2658/posters/2658.jpg',
        },
      ],
    });
  });

  test('providers are not asked about known items or for empty lists', async () => {
    await succeed(world.host.url, endpoints.syncYoutube, { video_ids: ['Q2w3E4r5T6Y'] });
    world.providers.reset();

    const known = await succeed(world.host.url, endpoints.syncYoutube, {
      video_ids: ['Q2w3E4r5T6Y'],
    });
    const none = await succeed(world.host.url, endpoints.syncSpotify, { episode_ids: [] });
    const noMovies = await succeed(world.host.url, endpoints.syncMovies, { movies: [] });
    const noEpisodes = await succeed(world.host.url, endpoints.syncEpisodes, { episodes: [] });

    expect([known, none, noMovies, noEpisodes]).toStrictEqual([
      { videos_added: 0 },
      { episodes_added: 0 },
      { movies_added: 0 },
      { episodes_added: 0 },
    ]);
    const asked = [
      world.providers.youtube,
      world.providers.tvdb,
      world.providers.spotifyApi,
      world.providers.spotifyAccounts,
    ];
    expect(asked.flatMap(({ requests }) => requests)).toStrictEqual([]);
  });

  test('users do not see each other’s records, and unknown fields are ignored', async () => {
    const episode = { folder_name: 'private', file_name: 'one', timestamp: 1, user: 'alice' };
    const body = { episodes: [episode], user: 'alice' };

    await succeed(world.host.url, endpoints.syncEpisodes, body, as('bob'));

    const { shows } = endpoints.getShows.response.parse(
      await succeed(world.host.url, endpoints.getShows),
    );
    expect(shows.map(({ folder_name }) => folder_name)).not.toContain('private');
  });

  test('the typed client works with the running tracker', async () => {
    const [, , third] = USERS;
    const client = createClient({
      baseUrl: `${world.host.url}/`,
      user: '',
      password: '',
      ...third,
    });

    const added = await client.send(endpoints.syncEpisodes, {
      episodes: [{ folder_name: 'typed', file_name: 'one' }],
    });

    expect(added).toStrictEqual({ episodes_added: 1 });
    expect((await client.send(endpoints.getProgress, undefined)).total_episodes_watched).toBe(1);
  });

  test('the health check works without credentials, or is not found', async () => {
    const health = await fetch(`${world.host.url}/healthz`);

    expect([health.status, await health.text()]).toStrictEqual(
      differs.healthCheck ? [200, 'ok'] : [404, expect.stringContaining('not_found')],
    );
  });

  test('concurrent updates of a show all succeed, and the result is that of one of them', async () => {
    await succeed(world.host.url, endpoints.syncEpisodes, {
      episodes: [{ folder_name: 'contested', file_name: 'one' }],
    });

    const answers = await Promise.all(
      [11, 12, 13, 14].map((tvdb_id) =>
        send(world.host.url, 'PUT', '/show', { folder_name: 'contested', tvdb_id }),
      ),
    );

    expect(answers.map(({ status }) => status)).toStrictEqual([200, 200, 200, 200]);
    const { shows } = endpoints.getShows.response.parse(
      await succeed(world.host.url, endpoints.getShows),
    );
    const show = shows.find(({ folder_name }) => folder_name === 'contested');
    expect([11, 12, 13, 14]).toContain(show?.tvdb_id);
    expect(show?.tvdb_name).toBe(`Series ${show?.tvdb_id}`);
    expect(show?.tvdb_image).toContain(`/series/${show?.tvdb_id}/`);
  });
}
