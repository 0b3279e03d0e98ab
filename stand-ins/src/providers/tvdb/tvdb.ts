import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import { type CatalogueOverride, findEntry } from '../server/catalogue.ts';
import { standInKeys } from '../server/keys.ts';
import type {
  JsonObject,
  ProviderResponse,
  ProviderRoute,
} from '../server/provider-description.ts';
import {
  bearerToken,
  type IssuedTokens,
  startTokenIssuer,
  type TokenIssuer,
} from '../server/start-token-issuer.ts';
import { findMovie, findSeries } from './catalogue.ts';

const monthInSeconds = 30 * 24 * 60 * 60;
const credentials = jsonText(z.looseObject({ apikey: z.literal(standInKeys.tvdb_api_key) }));

export interface TvdbOptions {
  /** The time in milliseconds; `Date.now` by default. */
  readonly now?: () => number;
  readonly series?: CatalogueOverride<number>;
  readonly movies?: CatalogueOverride<number>;
}

/**
 * Starts a stand-in for TheTVDB v4: `POST /v4/login`, `GET /v4/series/{id}`, `GET /v4/movies/{id}`. A recorded id
 * returns its sample, any other id up to 899999 is made up, and higher ones are a 404.
 */
export function startTvdb(options: TvdbOptions = {}): Promise<TokenIssuer> {
  const { now = Date.now, series, movies } = options;
  return startTokenIssuer(now, (tokens) => ({
    jsonType: 'application/json; charset=UTF-8',
    routes: [
      {
        method: 'POST',
        path: /^\/v4\/login$/,
        answer: ({ body }) =>
          credentials.safeParse(body).success
            ? success({ token: issue(tokens, now()) })
            : { status: 401, file: 'tvdb/login_401_invalid_apikey.json' },
      },
      behindToken(tokens, /^\/v4\/series\/([^/]+)$/, 'tvdb/series_404.json', (id) =>
        findEntry(id, series, findSeries),
      ),
      behindToken(tokens, /^\/v4\/movies\/([^/]+)$/, 'tvdb/movie_404.json', (id) =>
        findEntry(id, movies, findMovie),
      ),
    ],
    unknownPath: { status: 404, json: { message: 'Not Found' } },
    wrongMethod: { status: 405, file: 'tvdb/error_405.json' },
  }));
}

function behindToken(
  tokens: IssuedTokens,
  path: RegExp,
  notFound: string,
  find: (id: number) => JsonObject | null,
): ProviderRoute {
  return {
    method: 'GET',
    path,
    answer({ headers }, id) {
      if (!tokens.accepts(bearerToken(headers.authorization))) {
        return { status: 401, file: 'tvdb/error_401_bare.json' };
      }
      const found = /^[0-9]+$/.test(id) ? find(Number(id)) : null;
      return found === null ? { status: 404, file: notFound } : success(found);
    },
  };
}

function success(data: JsonObject): ProviderResponse {
  return { status: 200, json: { status: 'success', data } };
}

// Real tokens are long and signed with RS256. Here the signature is random, which makes each token unique.
function issue(tokens: IssuedTokens, now: number): string {
  const exp = Math.floor(now / 1000) + monthInSeconds;
  const parts = [{ alg: 'RS256', typ: 'JWT' }, { exp }].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const token = [...parts, randomBytes(256).toString('base64url')].join('.');
  tokens.add(token, exp * 1000);
  return token;
}
