import type * as z from 'zod';
import type { ErrorCode } from './errors.ts';
import * as schemas from './schemas.ts';

/** One operation of the API: all that the client, the routes and the API document need. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  /** Codes beside those that any endpoint may answer with. */
  readonly errors: readonly ErrorCode[];
  readonly example: {
    readonly request?: unknown;
    readonly response: unknown;
    /** As a 422 lists them. */
    readonly unknownIds?: readonly (string | number)[];
  };
}

/** Codes that every endpoint may answer with. */
export const commonErrors: readonly ErrorCode[] = [
  'unauthorized',
  'internal_error',
  'store_unavailable',
];
const bodyErrors = ['invalid_request', 'too_large'] as const;
const providerErrors = ['unknown_ids', 'provider_error', 'provider_not_configured'] as const;

/** Every endpoint of the API, once, by operation name. */
export const endpoints = {
  getProgress: {
    method: 'GET',
    path: '/progress',
    summary: 'Consolidated progress and analytics across all media types.',
    get request() {
      return schemas.noBody();
    },
    get response() {
      return schemas.progress();
    },
    errors: [],
    example: {
      response: {
        total_episodes_watched: 10,
        total_movies_watched: 2,
        total_hours_watched: 14,
        episodes_watched_today: 1,
        movies_watched_today: 0,
        youtube_videos_watched: 3,
        youtube_videos_watched_today: 0,
        spotify_episodes_watched: 5,
        spotify_episodes_watched_today: 1,
        days_since_first_episode: 120,
        weekly_trend_percentage: 12.5,
        daily_activity: [6, 5, 4, 3, 2, 1, 0].map((days_ago) => ({
          days_ago,
          minutes_watched: days_ago === 0 ? 60 : 0,
        })),
        all_time_progress: [{ label: 'Jan 2026', cumulative_hours: 14 }],
        shows: [
          {
            show_id: '12345',
            name: 'Example Show',
            artwork_url: 'https://example.com/poster.jpg',
            episodes_watched: 10,
          },
        ],
        youtube_channels: [
          {
            channel_id: 'UCx1Y2z3A4b5C6d7E8f9G0hQ',
            channel_name: 'Example Channel',
            artwork_url: 'https://example.com/channel.jpg',
            videos_watched: 3,
          },
        ],
        spotify_shows: [
          {
            show_id: '38bS44xjbVVZ3No3ByF1dJ',
            show_name: 'Example Podcast',
            artwork_url: null,
            episodes_watched: 5,
          },
        ],
        movies: [
          {
            movie_id: 'movie_name',
            name: 'Example Movie',
            artwork_url: 'https://example.com/movie.jpg',
          },
        ],
      },
    },
  },
  getShows: {
    method: 'GET',
    path: '/shows',
    summary: 'Tracked show folders, in sort-key order, with their current TheTVDB metadata.',
    get request() {
      return schemas.noBody();
    },
    get response() {
      return schemas.shows();
    },
    errors: [],
    example: {
      response: {
        shows: [
          {
            folder_name: 'show_name',
            tvdb_id: 12345,
            tvdb_name: 'Example Show',
            tvdb_image: 'https://example.com/poster.jpg',
          },
          { folder_name: 'new_show', tvdb_id: null, tvdb_name: null, tvdb_image: null },
        ],
      },
    },
  },
  syncEpisodes: {
    method: 'POST',
    path: '/sync',
    summary: 'Record watched local episodes; shows that are new get a record too.',
    get request() {
      return schemas.syncEpisodesRequest();
    },
    get response() {
      return schemas.episodesAdded();
    },
    errors: [...bodyErrors, 'conflict'],
    example: {
      request: { episodes: [{ folder_name: 'show_name', file_name: 'episode_name' }] },
      response: { episodes_added: 1 },
    },
  },
  updateShow: {
    method: 'PUT',
    path: '/show',
    summary: 'Give a tracked show folder the metadata of a TheTVDB series.',
    get request() {
      return schemas.updateShowRequest();
    },
    get response() {
      return schemas.empty();
    },
    errors: [...bodyErrors, 'show_not_found', 'conflict', ...providerErrors],
    example: {
      request: { folder_name: 'show_name', tvdb_id: 12345 },
      response: {},
      unknownIds: [12345],
    },
  },
  syncYoutube: {
    method: 'POST',
    path: '/syncyoutube',
    summary: 'Record watched YouTube videos, with the metadata of videos and channels.',
    get request() {
      return schemas.syncYoutubeRequest();
    },
    get response() {
      return schemas.videosAdded();
    },
    errors: [...bodyErrors, ...providerErrors],
    example: {
      request: { video_ids: ['aB3dE5fG7hI'] },
      response: { videos_added: 1 },
      unknownIds: ['aB3dE5fG7hI'],
    },
  },
  syncSpotify: {
    method: 'POST',
    path: '/syncspotify',
    summary: 'Record Spotify podcast episodes heard, with the metadata of episodes and shows.',
    get request() {
      return schemas.syncSpotifyRequest();
    },
    get response() {
      return schemas.episodesAdded();
    },
    errors: [...bodyErrors, ...providerErrors],
    example: {
      request: { episode_ids: ['512ojhOuo1ktJprKbVcKyQ'] },
      response: { episodes_added: 1 },
      unknownIds: ['512ojhOuo1ktJprKbVcKyQ'],
    },
  },
  syncMovies: {
    method: 'POST',
    path: '/syncmovies',
    summary: 'Record watched local movies, with the metadata of the given TheTVDB movies.',
    get request() {
      return schemas.syncMoviesRequest();
    },
    get response() {
      return schemas.moviesAdded();
    },
    errors: [...bodyErrors, 'conflict', ...providerErrors],
    example: {
      request: { movies: [{ file_name: 'movie_name', tvdb_id: 67890 }] },
      response: { movies_added: 1 },
      unknownIds: [67890],
    },
  },
  lookup: {
    method: 'POST',
    path: '/lookup',
    summary:
      'Find out which of these watch records exist, when they were watched, and which request added them.',
    get request() {
      return schemas.lookupRequest();
    },
    get response() {
      return schemas.known();
    },
    errors: bodyErrors,
    example: {
      request: { ids: ['EPISODE#show_name#episode_name', 'MOVIE#movie_name'] },
      response: {
        known: [
          {
            id: 'EPISODE#show_name#episode_name',
            watched_at: 1_795_737_600,
            source: '5b0e7c1e-6f0a-4a7e-9d43-1c1f0c9a2f64',
          },
        ],
      },
    },
  },
  rewatch: {
    method: 'POST',
    path: '/rewatch',
    summary: 'Record another viewing of existing records.',
    get request() {
      return schemas.rewatchRequest();
    },
    get response() {
      return schemas.added();
    },
    errors: [...bodyErrors, 'unknown_ids', 'conflict'],
    example: {
      request: { ids: ['MOVIE#movie_name'], watched_at: 1_795_737_600 },
      response: { added: 1 },
      unknownIds: ['MOVIE#movie_name'],
    },
  },
  getProviders: {
    method: 'GET',
    path: '/providers',
    summary: 'Which providers the tracker has keys for.',
    get request() {
      return schemas.noBody();
    },
    get response() {
      return schemas.providers();
    },
    errors: [],
    example: { response: { tvdb: true, youtube: true, spotify: false } },
  },
} as const satisfies Record<string, Endpoint>;

export type Operation = keyof typeof endpoints;
export type RequestOf<E extends Endpoint> = z.output<E['request']>;
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;
