import { bodyErrors, type Endpoint, endpoint, providerErrors, queryErrors } from './endpoint.ts';
import { progress } from './media/progress.ts';
import { syncEndpoints } from './media/sync.ts';
import * as backfill from './schemas/backfill.ts';
import * as history from './schemas/history.ts';
import * as library from './schemas/library.ts';
import * as providers from './schemas/providers.ts';
import * as records from './schemas/records.ts';
import * as search from './schemas/search.ts';
import * as settings from './schemas/settings.ts';
import { empty, nothing } from './schemas/shared.ts';
import * as shows from './schemas/shows.ts';
import * as watched from './schemas/watched.ts';

/** Every API endpoint, by operation name. */
export const endpoints = {
  getProgress: endpoint({
    method: 'GET',
    path: '/progress',
    summary: 'The progress in all media kinds: totals, today, the last seven days and all time.',
    request: nothing,
    response: progress,
    errors: [],
  }),
  getShows: endpoint({
    method: 'GET',
    path: '/shows',
    summary: 'Tracked show folders, in sort-key order, with their current TheTVDB metadata.',
    request: nothing,
    response: shows.shows,
    errors: [],
  }),
  ...syncEndpoints,
  updateShow: endpoint({
    method: 'PUT',
    path: '/show',
    summary: 'Set which show on TheTVDB a recorded show folder is, with its metadata.',
    request: shows.updateShowRequest,
    response: empty,
    errors: [...bodyErrors, 'show_not_found', 'conflict', ...providerErrors],
  }),
  updateMovie: endpoint({
    method: 'PUT',
    path: '/movie',
    summary: 'Set which movie on TheTVDB a recorded movie is, with its metadata, in all viewings.',
    request: shows.updateMovieRequest,
    response: empty,
    errors: [...bodyErrors, 'not_found', ...providerErrors],
  }),
  search: endpoint({
    method: 'GET',
    path: '/search',
    summary: 'Search TheTVDB by title, id, slug or link.',
    request: search.searchQuery,
    response: search.searchResults,
    errors: [...queryErrors, 'provider_error', 'provider_not_configured'],
  }),
  lookup: endpoint({
    method: 'POST',
    path: '/lookup',
    summary:
      'Look up which of these watch records exist, when they were watched, and the `source` of the request that added each.',
    request: records.lookupRequest,
    response: records.known,
    errors: bodyErrors,
  }),
  rewatch: endpoint({
    method: 'POST',
    path: '/rewatch',
    summary: 'Record another viewing of existing records.',
    request: records.rewatchRequest,
    response: records.added,
    errors: [...bodyErrors, 'unknown_ids', 'conflict', 'implausible_clock'],
  }),
  previewBackfill: endpoint({
    method: 'POST',
    path: '/backfill',
    summary: 'List what `POST /syncspotify` would record with `backfill`, without recording it.',
    request: backfill.backfillRequest,
    response: backfill.backfill,
    errors: [...bodyErrors, ...providerErrors],
  }),
  getWatched: endpoint({
    method: 'GET',
    path: '/watched',
    summary: 'Watch records of all kinds, the latest first, page by page.',
    request: watched.watchedQuery,
    response: watched.watched,
    errors: queryErrors,
  }),
  updateWatched: endpoint({
    method: 'PUT',
    path: '/watched',
    summary: 'Correct when a record was watched.',
    request: watched.updateWatchedRequest,
    response: empty,
    errors: [...bodyErrors, 'unknown_ids', 'implausible_clock'],
  }),
  getLibrary: endpoint({
    method: 'GET',
    path: '/library',
    summary: 'Every show, movie, channel and podcast of which something was watched.',
    request: library.libraryQuery,
    response: library.library,
    errors: queryErrors,
  }),
  getRecords: endpoint({
    method: 'POST',
    path: '/records',
    summary: 'Get watch records whole, for example before removing them.',
    request: records.getRecordsRequest,
    response: records.records,
    errors: bodyErrors,
  }),
  listRecords: endpoint({
    method: 'GET',
    path: '/records',
    summary:
      'Everything that is stored for the user, whole, page by page. Restored in this order, the pages are a complete copy.',
    request: records.listRecordsQuery,
    response: records.recordsPage,
    errors: queryErrors,
  }),
  remove: endpoint({
    method: 'POST',
    path: '/remove',
    summary:
      'Remove watch records, and get them whole. Get them with `POST /records` first, so that nothing is lost with a lost response.',
    request: records.removeRequest,
    response: records.removed,
    errors: bodyErrors,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/restore',
    summary:
      'Put back removed items unless they exist again, with the shows that their episodes need.',
    request: records.restoreRequest,
    response: records.restored,
    errors: [...bodyErrors, 'conflict'],
  }),
  getHistory: endpoint({
    method: 'GET',
    path: '/history',
    summary: 'What was watched on each day, the streak, and progress towards the goal.',
    request: nothing,
    response: history.history,
    errors: [],
  }),
  getSettings: endpoint({
    method: 'GET',
    path: '/settings',
    summary: "The user's calendar and goal.",
    request: nothing,
    response: settings.settings,
    errors: [],
  }),
  updateSettings: endpoint({
    method: 'PUT',
    path: '/settings',
    summary: "Change the user's calendar and goal. What is left out stays as it is.",
    request: settings.updateSettingsRequest,
    response: settings.settings,
    errors: bodyErrors,
  }),
  getProviders: endpoint({
    method: 'GET',
    path: '/providers',
    summary: 'Which providers the tracker has keys for.',
    request: nothing,
    response: providers.configuredProviders,
    errors: [],
  }),
} as const satisfies Record<string, Endpoint>;

export type Operation = keyof typeof endpoints;
