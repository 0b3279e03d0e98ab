import { movie } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import type { Deadline } from '../../kernel/deadline.ts';
import { requireKey, type SecretSource } from '../../kernel/secret.ts';
import { LONGEST_TEXT } from '../../settings.ts';
import { parseAnswer, providerBlocked, statusReason } from '../provider-error.ts';
import type { ProviderHttp } from '../provider-http.ts';
import type { ProviderAnswer, ProviderRequest } from '../send-with-retries.ts';
import { withToken } from '../token.ts';
import { tokenExpiry } from './token-expiry.ts';

export const TVDB = movie.provider.name;

const login = z.object({
  status: z.literal('success'),
  data: z.object({ token: z.string().min(1).max(LONGEST_TEXT) }),
});

/** Requests to TheTVDB v4 with a token. */
export interface TvdbApi {
  /** Any answer except 401, 429 and 5xx, which throw. `path` is the part after `/v4`. */
  get(path: string, deadline: Deadline, query?: ProviderRequest['query']): Promise<ProviderAnswer>;
}

export function createTvdbApi(options: {
  readonly http: ProviderHttp;
  readonly secret: SecretSource;
  readonly clock: Clock;
}): TvdbApi {
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

  return {
    async get(path, deadline, query) {
      const apiKey = requireKey(await secret(), TVDB, 'tvdb_api_key');
      const request = { path: `/v4${path}`, deadline, ...(query && { query }) };
      const answer = await sendWithToken(apiKey, deadline, (headers) =>
        http.send({ ...request, headers }),
      );
      if (answer.status === 401) throw refusedKey();
      return answer;
    },
  };
}

function refusedKey({ text }: Pick<ProviderAnswer, 'text'> = { text: '' }) {
  // Keys of the user-supported model need each subscriber's PIN (thetvdb/v4-api#52).
  const advice = /\bpin\b/i.test(text)
    ? 'it needs a subscriber PIN; create a key that works without one, and set tvdb_api_key in the secret'
    : 'check tvdb_api_key in the secret';
  return providerBlocked(TVDB, `refused the key; ${advice}`);
}
