import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { as, succeed } from '../testing/trackers/api.ts';
import { readAsOriginal } from '../testing/trackers/original-reader.ts';
import { storedItems } from '../testing/trackers/stored-items.ts';
import type { World } from '../testing/trackers/world.ts';

const PODCAST_EPISODE = '512ojhOuo1ktJprKbVcKyQ';
const WATCHED_AT = 1_729_911_600;

export function testOriginalSystem(world: World): void {
  const to = (
    user: string,
    endpoint: (typeof endpoints)[keyof typeof endpoints],
    request?: unknown,
  ) => succeed(world.host.url, endpoint, request, as(user));
  const { syncEpisodes, syncMovies, syncYoutube, syncSpotify, updateShow } = endpoints;

  test('requests of the original client are stored exactly as the original system does', async () => {
    const user = 'alice';
    await to(user, syncEpisodes, { episodes: [{ folder_name: 'Show', file_name: 'E01' }] });
    await to(user, updateShow, { folder_name: 'Show', tvdb_id: 421069 });
    await to(user, syncMovies, { movies: [{ file_name: 'lola', tvdb_id: 2658 }] });
    await to(user, syncYoutube, { video_ids: ['aB3dE5fG7hI'] });
    await to(user, syncSpotify, { episode_ids: [PODCAST_EPISODE] });

    const items = (await storedItems(world.host)).toSorted((a, b) =>
      `${a.sk}`.localeCompare(`${b.sk}`, 'en'),
    );

    const own = { pk: 'USER#alice', user };
    const timestamp = expect.any(Number);
    expect(items).toStrictEqual([
      { ...own, sk: 'EPISODE#Show#E01', folder_name: 'Show', file_name: 'E01', timestamp },
      {
        ...{ ...own, sk: 'MOVIE#lola', file_name: 'lola', tvdb_id: 2658, timestamp },
        ...{ tvdb_name: 'Run Lola Run', movie_duration: 81 * 60 },
        tvdb_image: 'https://artworks.thetvdb.com/banners/movies/2658/posters/2658.jpg',
      },
      {
        ...{ ...own, sk: 'SHOW#Show', folder_name: 'Show', version: 2 },
        ...{ tvdb_id: 421069, tvdb_name: '【推しの子】', tvdb_average_runtime: 27 * 60 },
        tvdb_image:
          'https://artworks.thetvdb.com/banners/v4/series/421069/posters/641e6331b737b.jpg',
      },
      {
        ...{ ...own, sk: `SPOTIFYEPISODE#${PODCAST_EPISODE}`, timestamp },
        ...{ spotify_episode_id: PODCAST_EPISODE, spotify_episode_title: '#12 週末の話' },
        ...{ spotify_show_id: '38bS44xjbVVZ3No3ByF1dJ', spotify_episode_duration: 1686 },
      },
      {
        ...{ ...own, sk: 'SPOTIFYSHOW#38bS44xjbVVZ3No3ByF1dJ' },
        ...{ spotify_show_id: '38bS44xjbVVZ3No3ByF1dJ', spotify_show_name: 'Example Podcast' },
        spotify_show_artwork_url:
          'https://i.scdn.co/image/ab6765630000ba8a0123456789abcdef01234567',
      },
      {
        ...{ ...own, sk: 'YOUTUBECHANNEL#UCx1Y2z3A4b5C6d7E8f9G0hQ' },
        youtube_channel_id: 'UCx1Y2z3A4b5C6d7E8f9G0hQ',
        youtube_channel_title: 'Example Channel',
        youtube_channel_artwork_url: 'https://yt3.ggpht.com/ytc/EXAMPLE=s800-c-k-c0x00ffffff-no-rj',
      },
      {
        ...{ ...own, sk: 'YOUTUBEVIDEO#aB3dE5fG7hI', youtube_video_id: 'aB3dE5fG7hI', timestamp },
        ...{ youtube_video_title: expect.any(String), youtube_video_duration: 951 },
        youtube_channel_id: 'UCx1Y2z3A4b5C6d7E8f9G0hQ',
      },
    ]);
  });

  test('what only this tracker stores does not disturb the original system', async () => {
    const user = 'bob';
    const source = 'run 1';
    const measured = { watched_at: WATCHED_AT, duration: 1234 };
    const twice = { ids: ['EPISODE#Show#E01', 'MOVIE#lola', 'YOUTUBEVIDEO#aB3dE5fG7hI'] };
    await to(user, syncEpisodes, {
      episodes: ['E01', 'E02'].map((file_name) => ({
        folder_name: 'Show',
        file_name,
        ...measured,
      })),
      source,
    });
    await to(user, updateShow, { folder_name: 'Show', tvdb_id: 421069 });
    await to(user, updateShow, { folder_name: 'Show', tvdb_id: null });
    await to(user, syncMovies, {
      movies: [{ file_name: 'lola', tvdb_id: 2658, ...measured }],
      source,
    });
    await to(user, syncYoutube, { video_ids: ['aB3dE5fG7hI'], source });
    await to(user, syncSpotify, { episode_ids: [PODCAST_EPISODE], backfill: true, source });
    await to(user, endpoints.rewatch, { ...twice, watched_at: WATCHED_AT + 1, source });
    await to(user, endpoints.updateWatched, { id: 'MOVIE#lola', watched_at: WATCHED_AT + 2 });
    await to(user, endpoints.updateSettings, { time_zone: 'Europe/Berlin', target_hours: 1000 });
    const ids = ['EPISODE#Show#E02'];
    const { removed } = endpoints.remove.response.parse(await to(user, endpoints.remove, { ids }));
    await to(user, endpoints.restore, { records: removed });

    const read = readAsOriginal(await storedItems(world.host), user);

    // Three guesses of 20 minutes, the measured movie twice, the video twice, and three podcast episodes.
    expect(read).toEqual({
      counts: {
        ...{ 'EPISODE#': 3, 'SHOW#': 1, 'MOVIE#': 2, 'YOUTUBEVIDEO#': 2, 'YOUTUBECHANNEL#': 1 },
        ...{ 'SPOTIFYEPISODE#': 3, 'SPOTIFYSHOW#': 1 },
      },
      seconds: 3 * 1200 + 2 * 1234 + 2 * 951 + 4501,
    });
    expect(await to(user, endpoints.getProgress)).toMatchObject({
      ...{ total_episodes_watched: 3, total_movies_watched: 2 },
      ...{ youtube_videos_watched: 2, spotify_episodes_watched: 3 },
    });
  });
}
