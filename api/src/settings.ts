/** Names and limits that the service and its infrastructure share. */

/** DynamoDB table. */
export const TABLE_NAME = 'immersion_tracker';

/** Partition key and sort key attributes of the table. */
export const TABLE_KEYS = { partition: 'pk', sort: 'sk' } as const;

/** What each sort key starts with. */
export const PREFIX = {
  episode: 'EPISODE#',
  show: 'SHOW#',
  movie: 'MOVIE#',
  youtubeVideo: 'YOUTUBEVIDEO#',
  youtubeChannel: 'YOUTUBECHANNEL#',
  spotifyEpisode: 'SPOTIFYEPISODE#',
  spotifyShow: 'SPOTIFYSHOW#',
} as const;

/** DynamoDB's limit for a sort key, in bytes of UTF-8. */
export const SORT_KEY_LIMIT_BYTES = 1024;

/**
 * Milliseconds after which a request must have its answer. API Gateway cuts off at 29 s; the rest
 * is for the authorizer, a cold start and the way back.
 */
export const REQUEST_DEADLINE_MS = 25_000;

/** Longest runtime that a provider is believed, in seconds: a year. */
export const LONGEST_RUNTIME_SECONDS = 366 * 24 * 60 * 60;

/** Longest name or URL that a provider is believed, in characters. An item has room for 400 KB. */
export const LONGEST_TEXT = 10_000;

/** Calls to one provider that one process has in flight at the same time. */
export const PROVIDER_CONCURRENCY = 5;

/** The challenge of every 401. */
export const CHALLENGE = 'Basic';

/** CORS as every answer carries it, beside the configured origin. */
export const CORS = {
  methods: 'GET,POST,PUT,OPTIONS',
  headers: 'Authorization,Content-Type',
} as const;
