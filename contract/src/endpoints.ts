import { bodyErrors, type Endpoint, providerErrors } from './endpoint.ts';
import { byKind } from './media/kinds.ts';
import { progress, writeFigures } from './media/progress.ts';
import { syncEndpoints } from './media/sync.ts';
import * as schemas from './schemas.ts';

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
      return progress();
    },
    errors: [],
    example: {
      response: {
        ...writeFigures(byKind(({ progress: { example } }) => example)),
        total_hours_watched: 14,
        days_since_first_episode: 120,
        weekly_trend_percentage: 12.5,
        daily_activity: [6, 5, 4, 3, 2, 1, 0].map((days_ago) => ({
          days_ago,
          minutes_watched: days_ago === 0 ? 60 : 0,
        })),
        all_time_progress: [{ label: 'Jan 2026', cumulative_hours: 14 }],
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
  ...syncEndpoints,
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
