import { type CatalogueOverride, findEntry } from '../server/catalogue.ts';
import type { ProviderResponse, ReceivedRequest } from '../server/provider-description.ts';
import { type StandIn, startStandIn } from '../server/start-stand-in.ts';
import { bearerToken } from '../server/start-token-issuer.ts';
import { findEpisode } from './catalogue.ts';
import { createShows, listPage, type ShowEpisodes } from './shows.ts';

export interface SpotifyApiOptions {
  /** Whether a bearer token is valid; usually the method of the accounts stand-in. By default, any token is. */
  readonly acceptsToken?: (token: string) => boolean;
  readonly episodes?: CatalogueOverride<string>;
  /** Overrides the list of a show: null if it does not exist, undefined for the default. */
  readonly showEpisodes?: (showId: string) => ShowEpisodes | null | undefined;
  /** The most episodes in one page of a list; 50 by default. */
  readonly maxLimit?: number;
}

/**
 * Starts a stand-in for Spotify's Web API: `GET /v1/episodes/{id}?market=`. An episode does not exist without a
 * market, or if its id starts with `unknown`. Any other id is a made-up episode of one of twenty made-up podcasts.
 * `GET /v1/shows/{id}/episodes?market=` lists sixty made-up episodes, one a week until July 2026, and those that were
 * requested one by one.
 */
export function startSpotifyApi(options: SpotifyApiOptions = {}): Promise<StandIn> {
  const { acceptsToken = () => true, episodes, maxLimit = 50 } = options;
  const shows = createShows(options.showEpisodes);
  const behindToken =
    (answer: (request: ReceivedRequest, id: string) => ProviderResponse) =>
    (request: ReceivedRequest, id: string) => {
      const token = bearerToken(request.headers.authorization);
      return token !== '' && acceptsToken(token) ? answer(request, id) : tokenExpired;
    };

  return startStandIn({
    jsonType: 'application/json; charset=utf-8',
    routes: [
      {
        method: 'GET',
        path: /^\/v1\/episodes\/([^/]+)$/,
        answer: behindToken(({ query }, id) => {
          if (!/^[A-Za-z0-9]{22}$/.test(id)) {
            return { status: 400, file: 'spotify/error_400_invalid_base62.json' };
          }
          const json = query.get('market') ? findEntry(id, episodes, findEpisode) : null;
          if (json === null) return { status: 404, file: 'spotify/error_404.json' };
          shows.add(id, json);
          return { status: 200, json };
        }),
      },
      {
        method: 'GET',
        path: /^\/v1\/shows\/([^/]+)\/episodes$/,
        answer: behindToken(({ query }, id) => {
          if (!/^[A-Za-z0-9]{22}$/.test(id)) {
            return { status: 400, file: 'spotify/error_400_invalid_base62.json' };
          }
          return listPage(id, shows.find(id), query, maxLimit);
        }),
      },
      {
        method: 'GET',
        path: /^\/v1\/episodes$/,
        // Apps in development mode can no longer make the batch call.
        answer: behindToken(() => ({ status: 403, file: 'spotify/error_403_forbidden.json' })),
      },
    ],
    unknownPath: spotifyError(404, 'Service not found'),
    wrongMethod: spotifyError(405, 'Method not allowed'),
  });
}

const tokenExpired: ProviderResponse = {
  status: 401,
  headers: {
    'www-authenticate':
      'Bearer realm="spotify", error="invalid_token", error_description="The access token expired"',
  },
  file: 'spotify/error_401_expired.json',
};

function spotifyError(status: number, message: string): ProviderResponse {
  return { status, json: { error: { status, message } } };
}
