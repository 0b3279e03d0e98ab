import { randomBytes } from 'node:crypto';
import { isObject, type JsonObject, parseJson } from '../../http/json.ts';
import { findRecord, type RecordOverride } from '../server/catalogue.ts';
import { standInKeys } from '../server/keys.ts';
import { type Answer, jsonAnswer, sampleAnswer } from '../server/samples.ts';
import {
  type ProviderRequest,
  type ServerOptions,
  type StandIn,
  startServer,
} from '../server/stand-in.ts';
import { bearerToken, createIssuedTokens } from '../server/token-issuer.ts';
import { movieRecord, seriesRecord } from './catalogue.ts';

const contentType = 'application/json; charset=UTF-8';
const month = 30 * 24 * 60 * 60;

/** What TheTVDB's stand-in can be started with. */
export interface TvdbOptions extends ServerOptions {
  /** The key that may log in; standInKeys has the default. */
  readonly apiKey?: string;
  /** How long a token lasts, in whole seconds; thirty days when absent. */
  readonly tokenLifetimeSeconds?: number;
  /** The time in milliseconds; Date.now when absent. */
  readonly now?: () => number;
  /** Asked first for every series: its record, null for none, undefined for the usual one. */
  readonly series?: RecordOverride<number>;
  /** Asked first for every film: its record, null for none, undefined for the usual one. */
  readonly movies?: RecordOverride<number>;
}

/** TheTVDB's stand-in. */
export interface TvdbStandIn extends StandIn {
  /** Refuses every token issued so far, as if it had expired. */
  revokeTokens(): void;
}

/**
 * Starts a stand-in for TheTVDB v4: `POST /v4/login`, `GET /v4/series/{id}`,
 * `GET /v4/movies/{id}`. Recorded ids give their sample, other ids up to 899999 a made-up record,
 * all further ones a 404.
 */
export async function startTvdb(options: TvdbOptions = {}): Promise<TvdbStandIn> {
  const {
    apiKey = standInKeys.tvdb_api_key,
    tokenLifetimeSeconds = month,
    now = Date.now,
  } = options;
  const tokens = createIssuedTokens(now);

  function login(request: ProviderRequest): Answer {
    const body = parseJson(request.body);
    if (!isObject(body) || body.apikey !== apiKey) {
      return sampleAnswer('tvdb/login_401_invalid_apikey.json', 401);
    }
    const exp = Math.floor(now() / 1000) + tokenLifetimeSeconds;
    const token = jwt({ exp });
    tokens.add(token, exp * 1000);
    return success({ token });
  }

  function record(kind: string, id: number): Answer {
    const found =
      kind === 'series'
        ? findRecord(id, options.series, seriesRecord)
        : findRecord(id, options.movies, movieRecord);
    return found === null ? notFound(kind) : success(found);
  }

  function answer(request: ProviderRequest): Answer {
    if (request.path === '/v4/login') {
      return request.method === 'POST' ? login(request) : sampleAnswer('tvdb/error_405.json', 405);
    }
    const [, kind, id] = /^\/v4\/(series|movies)\/([^/]+)$/.exec(request.path) ?? [];
    if (kind === undefined || id === undefined) {
      return jsonAnswer(404, { message: 'Not Found' }, contentType);
    }
    if (request.method !== 'GET') return sampleAnswer('tvdb/error_405.json', 405);
    if (!tokens.accepts(bearerToken(request.headers.authorization) ?? '')) {
      return sampleAnswer('tvdb/error_401_bare.json', 401);
    }
    return /^[0-9]+$/.test(id) ? record(kind, Number(id)) : notFound(kind);
  }

  const server = await startServer(answer, options);
  return {
    ...server,
    revokeTokens: tokens.revokeAll,
    reset() {
      server.reset();
      tokens.restoreAll();
    },
  };
}

function success(data: JsonObject): Answer {
  return jsonAnswer(200, { status: 'success', data }, contentType);
}

function notFound(kind: string): Answer {
  return sampleAnswer(kind === 'series' ? 'tvdb/series_404.json' : 'tvdb/movie_404.json', 404);
}

// Live tokens are long, signed with RS256; here chance signs, which keeps each token unique.
function jwt(payload: JsonObject): string {
  const parts = [{ alg: 'RS256', typ: 'JWT' }, payload].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return [...parts, randomBytes(256).toString('base64url')].join('.');
}
