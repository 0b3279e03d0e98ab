import { type Endpoint, endpoints, type Operation } from '@immersion-tracker/contract';
import type { Clock } from '../kernel/clock.ts';
import { createProviderHttp } from '../kernel/provider-http.ts';
import { bindRoute, type Handler, type Route, type RouteOptions } from '../kernel/route.ts';
import type { SecretSource } from '../kernel/secret.ts';
import { syncMovies } from '../movies/sync-movies.ts';
import { getProgress } from '../progress/get-progress.ts';
import { getShows } from '../shows/get-shows.ts';
import { syncEpisodes } from '../shows/sync-episodes.ts';
import { updateShow } from '../shows/update-show.ts';
import { createSpotifyClient, SPOTIFY } from '../spotify/client.ts';
import { syncSpotify } from '../spotify/sync-spotify.ts';
import type { Store } from '../store/store.ts';
import { createTvdbClient, TVDB } from '../tvdb/client.ts';
import { createYoutubeClient, YOUTUBE } from '../youtube/client.ts';
import { syncYoutube } from '../youtube/sync-youtube.ts';
import type { ServiceConfig } from './config.ts';

/** An endpoint with what serves it. */
export interface BoundRoute {
  readonly endpoint: Endpoint;
  readonly route: Route;
}

/** All routes of the API over one store. */
export function createRoutes(
  deps: { readonly store: Store; readonly secret: SecretSource; readonly clock: Clock },
  { providers, timeZone }: ServiceConfig,
  options: RouteOptions,
): BoundRoute[] {
  const { store, secret, clock } = deps;
  const http = (provider: string, baseUrl: string) =>
    createProviderHttp({ provider, baseUrl, log: options.log });
  const tvdb = createTvdbClient({ http: http(TVDB, providers.tvdb), secret, clock });
  const youtube = createYoutubeClient({ http: http(YOUTUBE, providers.youtube), secret });
  const spotify = createSpotifyClient({
    api: http(SPOTIFY, providers.spotifyApi),
    accounts: http(SPOTIFY, providers.spotifyAccounts),
    secret,
    clock,
    market: providers.spotifyMarket,
  });
  const bind = <E extends Endpoint>(endpoint: E, handler: Handler<E>): BoundRoute => ({
    endpoint,
    route: bindRoute(endpoint, handler, options),
  });

  return Object.values({
    getProgress: bind(endpoints.getProgress, getProgress({ store, clock, timeZone })),
    getShows: bind(endpoints.getShows, getShows({ store })),
    syncEpisodes: bind(endpoints.syncEpisodes, syncEpisodes({ store, clock })),
    updateShow: bind(endpoints.updateShow, updateShow({ store, tvdb })),
    syncYoutube: bind(endpoints.syncYoutube, syncYoutube({ store, clock, youtube })),
    syncSpotify: bind(endpoints.syncSpotify, syncSpotify({ store, clock, spotify })),
    syncMovies: bind(endpoints.syncMovies, syncMovies({ store, clock, tvdb })),
  } satisfies Record<Operation, BoundRoute>);
}
