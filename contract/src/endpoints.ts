import { bodyErrors, type Endpoint, providerErrors } from './endpoint.ts';
import { progress } from './media/progress.ts';
import { syncEndpoints } from './media/sync.ts';
import * as schemas from './schemas.ts';

/** Every API endpoint, by operation name. */
export const endpoints = {
  getProgress: {
    method: 'GET',
    path: '/progress',
    summary: 'The progress in all media kinds: totals, today, the last seven days and all time.',
    get request() {
      return schemas.noBody();
    },
    get response() {
      return progress();
    },
    errors: [],
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
  },
  ...syncEndpoints,
  updateShow: {
    method: 'PUT',
    path: '/show',
    summary: 'Set which show on TheTVDB a recorded show folder is, with its metadata.',
    get request() {
      return schemas.updateShowRequest();
    },
    get response() {
      return schemas.empty();
    },
    errors: [...bodyErrors, 'show_not_found', 'conflict', ...providerErrors],
  },
  lookup: {
    method: 'POST',
    path: '/lookup',
    summary:
      'Look up which of these watch records exist, when they were watched, and the `source` of the request that added each.',
    get request() {
      return schemas.lookupRequest();
    },
    get response() {
      return schemas.known();
    },
    errors: bodyErrors,
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
  },
  getProviders: {
    method: 'GET',
    path: '/providers',
    summary: 'Which providers the tracker has keys for.',
    get request() {
      return schemas.noBody();
    },
    get response() {
      return schemas.configuredProviders();
    },
    errors: [],
  },
} as const satisfies Record<string, Endpoint>;

export type Operation = keyof typeof endpoints;
