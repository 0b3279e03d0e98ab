import {
  type Endpoint,
  endpoints,
  type KnownLinkKind,
  linkKinds,
  type Operation,
  spotifyEpisode,
  syncEndpoint,
} from '@immersion-tracker/contract';
import { getHistory } from '../history/get-history.ts';
import { bindRoute, type Handler, type Route } from '../http/route.ts';
import { getLibrary } from '../library/get-library.ts';
import { getProgress } from '../progress/get-progress.ts';
import { getProviders } from '../provider-keys/get-providers.ts';
import { linkProviders } from '../providers/link-providers.ts';
import { createProviderHost, type ProviderHostOptions } from '../providers/provider-host.ts';
import { openProvider as openTvdb } from '../providers/tvdb/client.ts';
import { getRecords } from '../records/get-records.ts';
import { listRecords } from '../records/list-records.ts';
import { lookup } from '../records/lookup.ts';
import { remove } from '../records/remove.ts';
import { restore } from '../records/restore.ts';
import { rewatch } from '../records/rewatch.ts';
import { search } from '../search/search.ts';
import { getShows } from '../shows/get-shows.ts';
import { updateMovie } from '../shows/update-movie.ts';
import { updateShow } from '../shows/update-show.ts';
import type { Store } from '../store/store.ts';
import { previewBackfill } from '../sync/preview-backfill.ts';
import { syncEpisodes } from '../sync/sync-episodes.ts';
import { syncLinks } from '../sync/sync-links.ts';
import { syncMovies } from '../sync/sync-movies.ts';
import { getSettings } from '../user-settings/get-settings.ts';
import { updateSettings } from '../user-settings/update-settings.ts';
import { getWatched } from '../watched/get-watched.ts';
import { updateWatched } from '../watched/update-watched.ts';
import type { ServiceConfig } from './config.ts';

export interface BoundRoute {
  readonly endpoint: Endpoint;
  readonly route: Route;
}

type LinkOperation = KnownLinkKind['sync']['operation'];

/** Every API route, with its dependencies. */
export function createRoutes(
  host: ProviderHostOptions<ServiceConfig> & { readonly store: Store },
): BoundRoute[] {
  const { store, clock, log, config, secret } = host;
  const { timeZone, corsOrigin } = config;
  const providerHost = createProviderHost(host);
  const deps = { store, clock, timeZone, secret, tvdb: openTvdb(providerHost) };
  const bind = <E extends Endpoint>(endpoint: E, handler: Handler<E>): BoundRoute => ({
    endpoint,
    route: bindRoute(endpoint, handler, { corsOrigin, log }),
  });

  const links = linkKinds.map((kind) => {
    const provider = linkProviders[kind.provider.id](providerHost);
    return bind(syncEndpoint(kind), syncLinks(kind, { store, clock, provider }));
  });
  const spotify = linkProviders.spotify(providerHost);
  const others = {
    getProgress: bind(endpoints.getProgress, getProgress(deps)),
    getShows: bind(endpoints.getShows, getShows(deps)),
    syncEpisodes: bind(endpoints.syncEpisodes, syncEpisodes(deps)),
    syncMovies: bind(endpoints.syncMovies, syncMovies(deps)),
    updateShow: bind(endpoints.updateShow, updateShow(deps)),
    updateMovie: bind(endpoints.updateMovie, updateMovie(deps)),
    search: bind(endpoints.search, search(deps)),
    lookup: bind(endpoints.lookup, lookup(deps)),
    rewatch: bind(endpoints.rewatch, rewatch(deps)),
    previewBackfill: bind(
      endpoints.previewBackfill,
      previewBackfill(spotifyEpisode, { store, provider: spotify }),
    ),
    getWatched: bind(endpoints.getWatched, getWatched(deps)),
    updateWatched: bind(endpoints.updateWatched, updateWatched(deps)),
    getLibrary: bind(endpoints.getLibrary, getLibrary(deps)),
    getRecords: bind(endpoints.getRecords, getRecords(deps)),
    listRecords: bind(endpoints.listRecords, listRecords(deps)),
    remove: bind(endpoints.remove, remove(deps)),
    restore: bind(endpoints.restore, restore(deps)),
    getHistory: bind(endpoints.getHistory, getHistory(deps)),
    getSettings: bind(endpoints.getSettings, getSettings(deps)),
    updateSettings: bind(endpoints.updateSettings, updateSettings(deps)),
    getProviders: bind(endpoints.getProviders, getProviders(deps)),
  } satisfies Record<Exclude<Operation, LinkOperation>, BoundRoute>;
  return [...links, ...Object.values(others)];
}
