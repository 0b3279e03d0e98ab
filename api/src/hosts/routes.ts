import { type Endpoint, endpoints, type Operation } from '@immersion-tracker/contract';
import { bindRoute, type Handler, type Route } from '../http/route.ts';
import { getProgress } from '../progress/get-progress.ts';
import { getProviders } from '../provider-keys/get-providers.ts';
import { lookup } from '../records/lookup.ts';
import { rewatch } from '../records/rewatch.ts';
import { getShows } from '../shows/get-shows.ts';
import { updateShow } from '../shows/update-show.ts';
import type { Store } from '../store/store.ts';
import { syncEpisodes } from '../sync/sync-episodes.ts';
import { syncMovies } from '../sync/sync-movies.ts';
import { syncSpotify } from '../sync/sync-spotify.ts';
import { syncYoutube } from '../sync/sync-youtube.ts';
import { type ProviderHost, spotifyOf, tvdbOf, youtubeOf } from './providers.ts';

/** An endpoint with what serves it. */
export interface BoundRoute {
  readonly endpoint: Endpoint;
  readonly route: Route;
}

/** All routes of the API over one store. */
export function createRoutes(host: ProviderHost & { readonly store: Store }): BoundRoute[] {
  const { store, clock, log, config, secret } = host;
  const { timeZone, corsOrigin } = config;
  const tvdb = tvdbOf(host);
  const youtube = youtubeOf(host);
  const spotify = spotifyOf(host);
  const bind = <E extends Endpoint>(endpoint: E, handler: Handler<E>): BoundRoute => ({
    endpoint,
    route: bindRoute(endpoint, handler, { corsOrigin, log }),
  });

  return Object.values({
    getProgress: bind(endpoints.getProgress, getProgress({ store, clock, timeZone })),
    getShows: bind(endpoints.getShows, getShows({ store })),
    syncEpisodes: bind(endpoints.syncEpisodes, syncEpisodes({ store, clock })),
    updateShow: bind(endpoints.updateShow, updateShow({ store, tvdb })),
    syncYoutube: bind(endpoints.syncYoutube, syncYoutube({ store, clock, youtube })),
    syncSpotify: bind(endpoints.syncSpotify, syncSpotify({ store, clock, spotify })),
    syncMovies: bind(endpoints.syncMovies, syncMovies({ store, clock, tvdb })),
    lookup: bind(endpoints.lookup, lookup({ store })),
    rewatch: bind(endpoints.rewatch, rewatch({ store, clock })),
    getProviders: bind(endpoints.getProviders, getProviders({ secret })),
  } satisfies Record<Operation, BoundRoute>);
}
