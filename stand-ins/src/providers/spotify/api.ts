import { findRecord, type RecordOverride } from '../server/catalogue.ts';
import { type Answer, jsonAnswer, sampleAnswer } from '../server/samples.ts';
import {
  type ProviderRequest,
  type ServerOptions,
  type StandIn,
  startServer,
} from '../server/stand-in.ts';
import { bearerToken } from '../server/token-issuer.ts';
import { episodeRecord } from './catalogue.ts';

const contentType = 'application/json; charset=utf-8';
const expired =
  'Bearer realm="spotify", error="invalid_token", error_description="The access token expired"';

/** What the stand-in for Spotify's Web API can be started with. */
export interface SpotifyApiOptions extends ServerOptions {
  /** Which bearer tokens are good: the accounts stand-in's method. Any token when absent. */
  readonly acceptsToken?: (token: string) => boolean;
  /** Whether shows carry publisher and available_markets, which only older apps still see. */
  readonly extendedQuota?: boolean;
  /** Asked first for every episode: its record, null for none, undefined for the usual one. */
  readonly episodes?: RecordOverride<string>;
}

/**
 * Starts a stand-in for Spotify's Web API: `GET /v1/episodes/{id}?market=`. Without a market no
 * episode exists. Ids that start with `unknown` do not exist either; all others give a made-up
 * episode of one of twenty made-up shows.
 */
export function startSpotifyApi(options: SpotifyApiOptions = {}): Promise<StandIn> {
  const { acceptsToken = () => true, extendedQuota = false } = options;

  function episode(id: string, query: URLSearchParams): Answer {
    if (!/^[A-Za-z0-9]{22}$/.test(id)) {
      return sampleAnswer('spotify/error_400_invalid_base62.json', 400);
    }
    const usual = (wanted: string) => episodeRecord(wanted, extendedQuota);
    const record = query.get('market') ? findRecord(id, options.episodes, usual) : null;
    if (record === null) return sampleAnswer('spotify/error_404.json', 404);
    return jsonAnswer(200, record, contentType);
  }

  function answer(request: ProviderRequest): Answer {
    const token = bearerToken(request.headers.authorization);
    if (token === undefined || !acceptsToken(token)) {
      return sampleAnswer('spotify/error_401_expired.json', 401, { 'www-authenticate': expired });
    }
    // The batch call has been withdrawn from apps in development mode.
    if (request.path === '/v1/episodes') {
      return sampleAnswer('spotify/error_403_forbidden.json', 403);
    }
    const [, id] = /^\/v1\/episodes\/([^/]+)$/.exec(request.path) ?? [];
    if (id === undefined) return spotifyError(404, 'Service not found');
    if (request.method !== 'GET') return spotifyError(405, 'Method not allowed');
    return episode(id, request.query);
  }

  return startServer(answer, options);
}

function spotifyError(status: number, message: string): Answer {
  return jsonAnswer(status, { error: { status, message } }, contentType);
}
