import * as z from 'zod';

/** The largest request body, in bytes, that any endpoint takes. */
export const BODY_LIMIT_BYTES = 6 * 1024 * 1024;

/** The longest `source` of a request, in bytes of UTF-8. */
export const SOURCE_LIMIT_BYTES = 64;

// A schema takes a tenth of a millisecond to make, and a function that has just been started needs but
// one of these: each is made when it is asked for.
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

// Lone surrogates have no UTF-8 form: two different names would become one stored key.
const identifier = z
  .string()
  .min(1, { error: 'must not be empty' })
  .refine((text) => text.isWellFormed(), { error: 'must be well-formed Unicode' });

/** Up to the year 9999, so that milliseconds sent by mistake are refused. */
export const epochSeconds = once(() =>
  z
    .int({ error: 'must be whole epoch seconds' })
    .min(0, { error: 'must not be negative' })
    .max(253_402_300_799, { error: 'must be epoch seconds, not milliseconds' }),
);

const source = once(() =>
  identifier
    .refine((text) => new TextEncoder().encode(text).length <= SOURCE_LIMIT_BYTES, {
      error: `must be at most ${SOURCE_LIMIT_BYTES} bytes of UTF-8`,
    })
    .optional()
    .meta({
      description:
        'A random text that the client chooses. Every record that the request adds keeps it, so that `POST /lookup` can tell the client which records are its own.',
    }),
);

const recordIds = once(() =>
  z.array(identifier.meta({ description: "A record's id: its sort key." })),
);

const folderName = identifier.meta({ description: "The show folder's name, exactly as on disk." });
const fileName = identifier.meta({ description: "The file's name without its extension." });
const tvdbId = z
  .int({ error: 'must be a whole number' })
  .positive({ error: 'must be above 0' })
  .meta({ description: 'TheTVDB id. Series and movies have separate id spaces.' });
const count = z.int().nonnegative();
const name = z.string().nullable();
const artworkUrl = z.string().nullable();

export const noBody = once(() => z.undefined());

export const syncEpisodesRequest = once(() =>
  z
    .object({
      episodes: z.array(z.object({ folder_name: folderName, file_name: fileName })),
      source: source(),
    })
    .meta({ id: 'SyncEpisodesRequest' }),
);

export const syncMoviesRequest = once(() =>
  z
    .object({
      movies: z.array(z.object({ file_name: fileName, tvdb_id: tvdbId })),
      source: source(),
    })
    .meta({ id: 'SyncMoviesRequest' }),
);

export const syncYoutubeRequest = once(() =>
  z.object({ video_ids: z.array(identifier), source: source() }).meta({ id: 'SyncYoutubeRequest' }),
);

export const syncSpotifyRequest = once(() =>
  z
    .object({ episode_ids: z.array(identifier), source: source() })
    .meta({ id: 'SyncSpotifyRequest' }),
);

export const updateShowRequest = once(() =>
  z.object({ folder_name: folderName, tvdb_id: tvdbId }).meta({ id: 'UpdateShowRequest' }),
);

export const lookupRequest = once(() =>
  z.object({ ids: recordIds() }).meta({ id: 'LookupRequest' }),
);

export const rewatchRequest = once(() =>
  z
    .object({
      ids: recordIds(),
      watched_at: epochSeconds().optional().meta({
        description:
          'When they were watched again, in epoch seconds, no later than five minutes from now. The time of the request if absent.',
      }),
      source: source(),
    })
    .meta({ id: 'RewatchRequest' }),
);

export const known = once(() =>
  z
    .object({
      known: z.array(
        z.object({
          id: z.string(),
          watched_at: epochSeconds().meta({ description: 'In epoch seconds.' }),
          source: z.string().nullable().meta({
            description: 'The `source` of the request that added it; null if it had none.',
          }),
        }),
      ),
    })
    .meta({ id: 'Known' }),
);

export const added = once(() => z.object({ added: count }).meta({ id: 'Added' }));

export const providers = once(() =>
  z
    .object({ tvdb: z.boolean(), youtube: z.boolean(), spotify: z.boolean() })
    .meta({ id: 'Providers' }),
);

export const episodesAdded = once(() =>
  z.object({ episodes_added: count }).meta({ id: 'EpisodesAdded' }),
);
export const videosAdded = once(() =>
  z.object({ videos_added: count }).meta({ id: 'VideosAdded' }),
);
export const moviesAdded = once(() =>
  z.object({ movies_added: count }).meta({ id: 'MoviesAdded' }),
);
export const empty = once(() => z.object({}).meta({ id: 'Empty' }));

export const shows = once(() =>
  z
    .object({
      shows: z.array(
        z.object({
          folder_name: z.string(),
          tvdb_id: z.number().nullable(),
          tvdb_name: name,
          tvdb_image: artworkUrl,
        }),
      ),
    })
    .meta({ id: 'Shows' }),
);

export const progress = once(() =>
  z
    .object({
      total_episodes_watched: count,
      total_movies_watched: count,
      total_hours_watched: count.meta({ description: 'Floored from the sum of seconds.' }),
      episodes_watched_today: count,
      movies_watched_today: count,
      youtube_videos_watched: count,
      youtube_videos_watched_today: count,
      spotify_episodes_watched: count,
      spotify_episodes_watched_today: count,
      days_since_first_episode: count.meta({
        description: 'Whole 24-hour days since the earliest watch record of any kind.',
      }),
      weekly_trend_percentage: z.number().nullable().meta({
        description:
          'The last 7 x 24 hours against the average week, in percent; null below 14 days of history.',
      }),
      daily_activity: z
        .array(z.object({ days_ago: count, minutes_watched: count }))
        .meta({ description: 'Seven calendar days, `days_ago` 6 down to 0.' }),
      all_time_progress: z
        .array(z.object({ label: z.string(), cumulative_hours: count }))
        .meta({ description: 'One point per calendar quarter, labelled by its first month.' }),
      shows: z.array(
        z.object({
          show_id: z.string().nullable().meta({ description: 'TheTVDB id; null until known.' }),
          name,
          artwork_url: artworkUrl,
          episodes_watched: count,
        }),
      ),
      youtube_channels: z.array(
        z.object({
          channel_id: z.string(),
          channel_name: name,
          artwork_url: artworkUrl,
          videos_watched: count,
        }),
      ),
      spotify_shows: z.array(
        z.object({
          show_id: z.string(),
          show_name: name,
          artwork_url: artworkUrl,
          episodes_watched: count,
        }),
      ),
      movies: z.array(
        z.object({
          movie_id: z.string().meta({ description: "The local file's name." }),
          name,
          artwork_url: artworkUrl,
        }),
      ),
    })
    .meta({ id: 'Progress' }),
);
