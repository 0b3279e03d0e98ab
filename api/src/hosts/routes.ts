import {
  type Endpoint,
  endpoints,
  type KnownLinkKind,
  linkKinds,
  type Operation,
  syncEndpoint,
} from '@immersion-tracker/contract';
import { bindRoute, type Handler, type Route } from '../http/route.ts';
import { getProgress } from '../progress/get-progress.ts';
import { getProviders } from '../provider-keys/get-providers.ts';
import { linkProviders } from '../providers/link-providers.ts';
import { createProviderHost, type ProviderHostOptions } from '../providers/provider-host.ts';
import { openProvider as openTvdb } from '../providers/tvdb/client.ts';
import { lookup } from '../records/lookup.ts';
import { rewatch } from '../records/rewatch.ts';
import { getShows } from '../shows/get-shows.ts';
import { updateShow } from '../shows/update-show.ts';
import type { Store } from '../store/store.ts';
import { syncEpisodes } from '../sync/sync-episodes.ts';
import { syncLinks } from '../sync/sync-links.ts';
import { syncMovies } from '../sync/sync-movies.ts';
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
  const tvdb = openTvdb(providerHost);
  const bind = <E extends Endpoint>(endpoint: E, handler: Handler<E>): BoundRoute => ({
    endpoint,
    route: bindRoute(endpoint, handler, { corsOrigin, log }),
  });

  const links = linkKinds.map((kind) => {
    const provider = linkProviders[kind.provider.id](providerHost);
    return bind(syncEndpoint(kind), syncLinks(kind, { store, clock, provider }));
  });
  const others = {
    getProgress: bind(endpoints.getProgress, getProgress({ store, clock, timeZone })),
    getShows: bind(endpoints.getShows, getShows({ store })),
    syncEpisodes: bind(endpoints.syncEpisodes, syncEpisodes({ store, clock })),
    updateShow: bind(endpoints.updateShow, updateShow({ store, tvdb })),
    syncMovies: bind(endpoints.syncMovies, syncMovies({ store, clock, tvdb })),
    lookup: bind(endpoints.lookup, lookup({ store })),
    rewatch: bind(endpoints.rewatch, rewatch({ store, clock })),
    getProviders: bind(endpoints.getProviders, getProviders({ secret })),
  } satisfies Record<Exclude<Operation, LinkOperation>, BoundRoute>;
  return [...links, ...Object.values(others)];
}
