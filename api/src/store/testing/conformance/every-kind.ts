import {
  episodeItem,
  type Item,
  movieItem,
  showItem,
  spotifyEpisodeItem,
  spotifyShowItem,
  youtubeChannelItem,
  youtubeVideoItem,
} from '../../items.ts';
import { partitionKey } from '../../keys.ts';
import type { AttributesSchema } from '../../store.ts';
import { episode, movie, show, TIMESTAMP } from './subject.ts';

/** One item of every kind with all its attributes, and its schema. */
export function everyKind(user: string): { schema: AttributesSchema; item: Item }[] {
  const pk = partitionKey(user);
  const [source, rewatch_of] = ['5b0e7c1e', 'the first viewing'];
  const tmdb = {
    tmdb_id: 123,
    tmdb_name: 'Example Movie (TMDB)',
    tmdb_image: 'https://example.com/tmdb.jpg',
  };
  return [
    { schema: episodeItem, item: { ...episode(user, 'folder', 'file'), source, rewatch_of } },
    {
      schema: showItem,
      item: {
        ...show(user, 'folder'),
        source,
        tvdb_id: 12345,
        tvdb_name: 'Example Show',
        tvdb_image: 'https://example.com/poster.jpg',
        tvdb_average_runtime: 2700,
        version: 2,
      },
    },
    { schema: movieItem, item: { ...movie(user, 'file'), ...tmdb, source, rewatch_of } },
    {
      schema: youtubeVideoItem,
      item: {
        ...{ pk, sk: 'YOUTUBEVIDEO#video', user, timestamp: TIMESTAMP, source, rewatch_of },
        youtube_video_id: 'video',
        youtube_video_title: 'A video',
        youtube_channel_id: 'channel',
        youtube_video_duration: 61,
      },
    },
    {
      schema: youtubeChannelItem,
      item: {
        ...{ pk, sk: 'YOUTUBECHANNEL#channel', user, source },
        youtube_channel_id: 'channel',
        youtube_channel_title: 'A channel',
        youtube_channel_artwork_url: 'https://example.com/channel.jpg',
      },
    },
    {
      schema: spotifyEpisodeItem,
      item: {
        ...{ pk, sk: 'SPOTIFYEPISODE#episode', user, timestamp: 0, source, rewatch_of },
        spotify_episode_id: 'episode',
        spotify_episode_title: '',
        spotify_show_id: 'show',
        spotify_episode_duration: 0,
      },
    },
    {
      schema: spotifyShowItem,
      item: {
        ...{ pk, sk: 'SPOTIFYSHOW#show', user, source },
        spotify_show_id: 'show',
        spotify_show_name: 'A podcast',
        spotify_show_artwork_url: 'https://example.com/show.jpg',
      },
    },
  ];
}
