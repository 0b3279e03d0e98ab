import { epochSeconds } from '@immersion-tracker/contract';
import * as z from 'zod';

// Attributes as the table has them. Other tools write NULL for an absent one, so optional means
// nullish. Attributes that are not listed are left alone.

const keys = { pk: z.string(), sk: z.string(), user: z.string() };
const timestamp = epochSeconds();
const seconds = z.number().nonnegative();

export const episodeItem = z.object({
  ...keys,
  folder_name: z.string(),
  file_name: z.string(),
  timestamp,
});

export const showItem = z.object({
  ...keys,
  folder_name: z.string(),
  tvdb_id: z.number().nullish(),
  tvdb_name: z.string().nullish(),
  tvdb_image: z.string().nullish(),
  tvdb_average_runtime: seconds.nullish(),
  /** Optimistic lock; absent counts as 0, and so does what other tools may have put there. */
  version: z.int().nullish().catch(null),
});

export const movieItem = z.object({
  ...keys,
  file_name: z.string(),
  tvdb_id: z.number(),
  tvdb_name: z.string(),
  tvdb_image: z.string(),
  movie_duration: seconds,
  timestamp,
});

export const youtubeVideoItem = z.object({
  ...keys,
  youtube_video_id: z.string(),
  youtube_video_title: z.string(),
  youtube_channel_id: z.string(),
  youtube_video_duration: seconds,
  timestamp,
});

export const youtubeChannelItem = z.object({
  ...keys,
  youtube_channel_id: z.string(),
  youtube_channel_title: z.string(),
  youtube_channel_artwork_url: z.string().nullish(),
});

export const spotifyEpisodeItem = z.object({
  ...keys,
  spotify_episode_id: z.string(),
  spotify_episode_title: z.string(),
  spotify_show_id: z.string(),
  spotify_episode_duration: seconds,
  timestamp,
});

export const spotifyShowItem = z.object({
  ...keys,
  spotify_show_id: z.string(),
  spotify_show_name: z.string(),
  spotify_show_artwork_url: z.string().nullish(),
});

/** Every kind of item. */
export const itemSchemas = [
  episodeItem,
  showItem,
  movieItem,
  youtubeVideoItem,
  youtubeChannelItem,
  spotifyEpisodeItem,
  spotifyShowItem,
] as const;

export type Item = z.output<(typeof itemSchemas)[number]>;
