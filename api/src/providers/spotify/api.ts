import { setTimeout as sleep } from 'node:timers/promises';
import { kindOf } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import type { Deadline } from '../../kernel/deadline.ts';
import { requireKey, type SecretSource } from '../../kernel/secret.ts';
import { LONGEST_TEXT } from '../../settings.ts';
import { parseAnswer, providerBlocked, providerError, statusReason } from '../provider-error.ts';
import type { ProviderHttp } from '../provider-http.ts';
import type { ProviderAnswer, ProviderRequest } from '../send-with-retries.ts';
import { withToken } from '../token.ts';

export const SPOTIFY = kindOf('spotify_episode').provider.name;
/** Milliseconds before a 404 is checked again, since some are wrong (spotify/web-api#1577). */
const SECOND_LOOK_MS = 500;

const tokenAnswer = z.object({
  access_token: z.string().min(1).max(LONGEST_TEXT),
  /** In seconds. */
  expires_in: z.number().positive(),
});

export interface SpotifyApiOptions {
  readonly api: ProviderHttp;
  readonly accounts: ProviderHttp;
  readonly secret: SecretSource;
  readonly clock: Clock;
  /** ISO 3166 code. Without it, Spotify does not find existing episodes (spotipy-dev/spotipy#552). */
  readonly market: string;
  readonly secondLookMs?: number;
}

/** Requests to Spotify's Web API with a token and the market. */
export interface SpotifyApi {
  /** A 200, 400 or 404. Any other answer throws. `path` is the part after `/v1`. */
  get(path: string, deadline: Deadline, query?: ProviderRequest['query']): Promise<ProviderAnswer>;
  /** Waits before a 404 is checked again. */
  waitForSecondLook(deadline: Deadline): Promise<void>;
}

export function createSpotifyApi(options: SpotifyApiOptions): SpotifyApi {
  const { api, accounts, secret, clock, market, secondLookMs = SECOND_LOOK_MS } = options;

  const sendWithToken = withToken<{ id: string; secret: string }>({
    provider: SPOTIFY,
    clock,
    async logIn(client, deadline) {
      const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64');
      const answer = await accounts.send({
        method: 'POST',
        path: '/api/token',
        headers: { Authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
        deadline,
      });
      // Spotify answers 400 to wrong credentials (spotify/web-api#597).
      if (answer.status === 400 || answer.status === 401) throw refusedKeys();
      if (answer.status !== 200) throw providerBlocked(SPOTIFY, statusReason(answer));
      const token = parseAnswer(SPOTIFY, 'a token response', tokenAnswer, answer.json);
      return { value: token.access_token, expiresAt: clock() + token.expires_in * 1000 };
    },
  });

  return {
    async get(path, deadline, query) {
      const keys = await secret();
      const client = {
        id: requireKey(keys, SPOTIFY, 'spotify_client_id'),
        secret: requireKey(keys, SPOTIFY, 'spotify_client_secret'),
      };
      const request = { path: `/v1${path}`, query: { ...query, market }, deadline };
      const answer = await sendWithToken(client, deadline, (headers) =>
        api.send({ ...request, headers }),
      );
      if (answer.status === 401) throw refusedKeys();
      if (![200, 400, 404].includes(answer.status)) throw refused(answer);
      return answer;
    },

    waitForSecondLook: (deadline) => sleep(Math.min(secondLookMs, deadline.remainingMs())),
  };
}

const refusedKeys = () =>
  providerBlocked(
    SPOTIFY,
    'refused the credentials; check spotify_client_id and spotify_client_secret in the secret',
  );

function refused(answer: ProviderAnswer) {
  // Plain text if the owner of a development-mode app does not have Premium (zmb3/spotify#301).
  if (answer.status === 403 && /premium/i.test(answer.text)) {
    const reason = "refused: the app's owner needs an active Premium subscription";
    return providerBlocked(SPOTIFY, reason);
  }
  return providerError(SPOTIFY, statusReason(answer));
}
