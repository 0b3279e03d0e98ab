import { movie } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import type { Deadline } from '../../kernel/deadline.ts';
import { requireKey, type SecretSource } from '../../kernel/secret.ts';
import { LONGEST_RUNTIME_SECONDS, LONGEST_TEXT } from '../../settings.ts';
import { parseAnswer, providerBlocked, providerError, statusReason } from '../provider-error.ts';
import type { ProviderHost } from '../provider-host.ts';
import type { ProviderHttp } from '../provider-http.ts';
import type { ProviderAnswer } from '../send-with-retries.ts';
import { withToken } from '../token.ts';
import { tokenExpiry } from './token-expiry.ts';

const { provider } = movie;
export const TVDB = provider.name;
/** The host of images with relative URLs (thetvdb/v4-api#213). */
const ARTWORK_HOST = 'https://artworks.thetvdb.com';

/** The metadata of a show or movie. */
export interface TvdbRecord {
  readonly name: string;
  /** Absolute URL. */
  readonly image: string;
  readonly runtimeSeconds: number;
}

/** TheTVDB v4. Series and movies have separate id spaces. */
export interface TvdbClient {
  /** Undefined if TheTVDB does not know the id. */
  series(id: number, deadline: Deadline): Promise<TvdbRecord | undefined>;
  /** Undefined if TheTVDB does not know the id. */
  movie(id: number, deadline: Deadline): Promise<TvdbRecord | undefined>;
}

const minutes = z.number().max(LONGEST_RUNTIME_SECONDS / 60);
const login = z.object({
  status: z.literal('success'),
  data: z.object({ token: z.string().min(1) }),
});
const record = z.object({
  status: z.literal('success'),
  data: z.object({
    name: z.string().max(LONGEST_TEXT).nullish(),
    image: z.string().max(LONGEST_TEXT).nullish(),
    averageRuntime: minutes.nullish(),
    runtime: minutes.nullish(),
  }),
});

export const openProvider = ({ http, secret, clock }: ProviderHost): TvdbClient =>
  createTvdbClient({ http: http(provider, 'tvdb'), secret, clock });

export function createTvdbClient(options: {
  readonly http: ProviderHttp;
  readonly secret: SecretSource;
  readonly clock: Clock;
}): TvdbClient {
  const { http, secret, clock } = options;

  const sendWithToken = withToken<string>({
    provider: TVDB,
    clock,
    async logIn(apikey, deadline) {
      const path = '/v4/login';
      const answer = await http.send({ method: 'POST', path, body: { apikey }, deadline });
      if (answer.status === 400 || answer.status === 401) throw refusedKey(answer);
      if (answer.status !== 200) throw providerBlocked(TVDB, statusReason(answer));
      const { data } = parseAnswer(TVDB, 'a log-in response', login, answer.json);
      return { value: data.token, expiresAt: tokenExpiry(data.token, clock()) };
    },
  });

  async function get(path: string, deadline: Deadline): Promise<ProviderAnswer> {
    const apiKey = requireKey(await secret(), TVDB, 'tvdb_api_key');
    return sendWithToken(apiKey, deadline, (headers) => http.send({ path, headers, deadline }));
  }

  async function lookUp(kind: 'series' | 'movie', id: number, deadline: Deadline) {
    const what = `${kind} ${id}`;
    const answer = await get(`/v4/${kind === 'series' ? 'series' : 'movies'}/${id}`, deadline);
    if (answer.status === 404) return undefined;
    if (answer.status === 401) throw refusedKey();
    if (answer.status !== 200) throw providerError(TVDB, statusReason(answer));

    const { data } = parseAnswer(TVDB, what, record, answer.json);
    const runtime = kind === 'series' ? data.averageRuntime : data.runtime;
    if (!data.name) throw incomplete(what, 'name');
    if (!data.image) throw incomplete(what, 'image');
    // A runtime of 0 means that it is unknown (Sonarr/Sonarr#3468).
    if (!runtime || runtime < 0) throw incomplete(what, 'runtime');
    const runtimeSeconds = Math.round(runtime * 60);
    return { name: data.name, image: absoluteImage(data.image, what), runtimeSeconds };
  }

  return {
    series: (id, deadline) => lookUp('series', id, deadline),
    movie: (id, deadline) => lookUp('movie', id, deadline),
  };
}

function refusedKey({ text }: Pick<ProviderAnswer, 'text'> = { text: '' }) {
  // Keys of the user-supported model need each subscriber's PIN (thetvdb/v4-api#52).
  const advice = /\bpin\b/i.test(text)
    ? 'it needs a subscriber PIN; create a key that works without one, and set tvdb_api_key in the secret'
    : 'check tvdb_api_key in the secret';
  return providerBlocked(TVDB, `refused the key; ${advice}`);
}

const incomplete = (what: string, field: string) =>
  providerError(
    TVDB,
    `has no ${field} for ${what}; add it at thetvdb.com, or use another record's id`,
  );

function absoluteImage(image: string, what: string): string {
  const url = URL.parse(image, ARTWORK_HOST)?.href ?? '';
  // A `data:` URL contains the picture itself, so showing it does not cause a request.
  if (!/^(https?:|data:image\/)/.test(url)) throw incomplete(what, 'usable image');
  return url;
}
