import { epochSeconds } from '@immersion-tracker/contract';
import * as z from 'zod';

// Attributes as the table has them. Other tools write NULL for an absent one, so optional means
// nullish. Attributes that are not listed are left alone.

/** Another tool's attribute of the same name that is not text counts as absent. */
const optionalText = z.string().optional().catch(undefined);

const keys = {
  pk: z.string(),
  sk: z.string(),
  user: z.string(),
  /** The `source` of the request that added the item. */
  source: optionalText,
};
const seconds = z.number().nonnegative();
const watch = {
  timestamp: epochSeconds(),
  /** Sort key of the first viewing's record, on records of further viewings. */
  rewatch_of: optionalText,
};

export const episodeItem = z.object({
  ...keys,
  folder_name: z.string(),
  file_name: z.string(),
  ...watch,
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

/** Ours have all of TheTVDB's attributes; other tools may have TMDB's instead, or neither. */
export const movieItem = z.object({
  ...keys,
  file_name: z.string(),
  tvdb_id: z.number().nullish(),
  tvdb_name: z.string().nullish(),
  tvdb_image: z.string().nullish(),
  tmdb_id: z.number().optional().catch(undefined),
  tmdb_name: optionalText,
  tmdb_image: optionalText,
  movie_duration: seconds.nullish(),
  ...watch,
});

export const youtubeVideoItem = z.object({
  ...keys,
  youtube_video_id: z.string(),
  youtube_video_title: z.string(),
  youtube_channel_id: z.string(),
  youtube_video_duration: seconds,
  ...watch,
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
  ...watch,
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
