import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { jsonText } from '../../http/json-text.ts';
import type { CatalogueOverride } from '../server/catalogue.ts';
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
import { movies, series } from './catalogue.ts';
import { type Collection, createCollection } from './collection.ts';
import { search } from './search.ts';

const monthInSeconds = 30 * 24 * 60 * 60;
const credentials = jsonText(z.looseObject({ apikey: z.literal(standInKeys.tvdb_api_key) }));

export interface TvdbOptions {
  /** The time in milliseconds; `Date.now` by default. */
  readonly now?: () => number;
  readonly series?: CatalogueOverride<number>;
  readonly movies?: CatalogueOverride<number>;
  /** Ids of overridden records that can also be found by name and slug. */
  readonly named?: {
    readonly series?: readonly number[];
    readonly movies?: readonly number[];
  };
}

/**
 * Starts a stand-in for TheTVDB v4: `POST /v4/login`, `GET /v4/search`, and `GET /v4/series/{id}`,
 * `/v4/series/slug/{slug}` and `/v4/series/{id}/translations/eng`, also for movies. A recorded id returns its
 * sample, any other id up to 899999 is made up, and higher ones are a 404.
 */
export function startTvdb(options: TvdbOptions = {}): Promise<TokenIssuer> {
  const { now = Date.now, named } = options;
  const shows = createCollection(series, options.series, named?.series);
  const films = createCollection(movies, options.movies, named?.movies);
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
      behindToken(tokens, /^\/v4\/search$/, ({ query }) => search(query, [shows, films])),
      ...recordRoutes(tokens, '/v4/series', shows, 'tvdb/series_404.json'),
      ...recordRoutes(tokens, '/v4/movies', films, 'tvdb/movie_404.json'),
    ],
    unknownPath: { status: 404, json: { message: 'Not Found' } },
    wrongMethod: { status: 405, file: 'tvdb/error_405.json' },
  }));
}

/** The routes of the records of one kind. */
function recordRoutes(
  tokens: IssuedTokens,
  path: string,
  { find, bySlug }: Collection,
  notFound: string,
): ProviderRoute[] {
  const byId = (id: string) => (/^[0-9]+$/.test(id) ? find(Number(id)) : null);
  const route = (rest: string, look: (text: string) => JsonObject | null | undefined) =>
    behindToken(tokens, new RegExp(`^${path}/${rest}$`), (_, text) => {
      const found = look(text);
      return found ? success(found) : { status: 404, file: notFound };
    });
  return [
    route('([^/]+)', (id) => byId(id)?.record),
    route('slug/([^/]+)', (slug) => bySlug(slug)?.record),
    route('([^/]+)/translations/eng', (id) => {
      const english = byId(id)?.english;
      return english && { ...english, language: 'eng' };
    }),
  ];
}

function behindToken(
  tokens: IssuedTokens,
  path: RegExp,
  answer: ProviderRoute['answer'],
): ProviderRoute {
  return {
    method: 'GET',
    path,
    answer: (request, id) =>
      tokens.accepts(bearerToken(request.headers.authorization))
        ? answer(request, id)
        : { status: 401, file: 'tvdb/error_401_bare.json' },
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
