import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Clock } from '../kernel/clock.ts';
import type { Deadline } from '../kernel/deadline.ts';
import {
  type ProviderAnswer,
  type ProviderHttp,
  parseAnswer,
  providerError,
} from '../kernel/provider-http.ts';
import { requireKey, type SecretSource } from '../kernel/secret.ts';
import { withToken } from '../kernel/token.ts';

export const SPOTIFY = 'Spotify';
/** Random 404s occur (spotify/web-api#1577): a second one, after this, is believed. */
const SECOND_LOOK_MS = 500;
/** Base62, usually 22 of it. Other ids, such as `..`, would lead to another resource. */
const ASKABLE = /^[A-Za-z0-9]{1,64}$/;

export interface SpotifyEpisode {
  readonly title: string;
  readonly durationSeconds: number;
  readonly showId: string;
  readonly showName: string;
  readonly showArtworkUrl: string | undefined;
}

/** Spotify Web API. */
export interface SpotifyClient {
  /** Undefined where Spotify does not know the id. */
  episode(id: string, deadline: Deadline): Promise<SpotifyEpisode | undefined>;
}

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive(),
});
const episodeAnswer = z.object({
  id: z.string(),
  name: z.string(),
  duration_ms: z.number().nonnegative(),
  show: z.object({
    id: z.string().min(1),
    name: z.string(),
    images: z.array(z.object({ url: z.string() })).nullish(),
  }),
});

export function createSpotifyClient(options: {
  readonly api: ProviderHttp;
  readonly accounts: ProviderHttp;
  readonly secret: SecretSource;
  readonly clock: Clock;
  /** ISO 3166 country. Without one, episodes that exist are not found (spotipy-dev/spotipy#552). */
  readonly market: string;
}): SpotifyClient {
  const { api, accounts, secret, clock, market } = options;

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
      // Wrong credentials are a 400 here (spotify/web-api#597).
      if (answer.status === 400 || answer.status === 401) throw refusedKeys();
      if (answer.status !== 200) throw refused(answer);
      const token = parseAnswer(SPOTIFY, 'a token answer', tokenAnswer, answer.json);
      return { value: token.access_token, expiresAt: clock() + token.expires_in * 1000 };
    },
  });

  async function get(id: string, deadline: Deadline): Promise<ProviderAnswer> {
    const keys = await secret();
    const client = {
      id: requireKey(keys, SPOTIFY, 'spotify_client_id'),
      secret: requireKey(keys, SPOTIFY, 'spotify_client_secret'),
    };
    return sendWithToken(client, deadline, (headers) =>
      api.send({
        path: `/v1/episodes/${id}`,
        query: { market },
        headers,
        deadline,
      }),
    );
  }

  return {
    async episode(id, deadline) {
      if (!ASKABLE.test(id)) return undefined;
      let answer = await get(id, deadline);
      if (answer.status === 404) {
        await sleep(Math.min(SECOND_LOOK_MS, deadline.remainingMs()));
        answer = await get(id, deadline);
      }
      // 400 says that the id is of no episode.
      if (answer.status === 404 || answer.status === 400) return undefined;
      if (answer.status === 401) throw refusedKeys();
      if (answer.status !== 200) throw refused(answer);

      const episode = parseAnswer(SPOTIFY, `episode ${id}`, episodeAnswer, answer.json);
      return {
        title: episode.name,
        durationSeconds: Math.floor(episode.duration_ms / 1000),
        showId: episode.show.id,
        showName: episode.show.name,
        showArtworkUrl: episode.show.images?.[0]?.url,
      };
    },
  };
}

const refusedKeys = () =>
  providerError(
    SPOTIFY,
    'refused the credentials; check spotify_client_id and spotify_client_secret in the secret',
  );

function refused({ status, text }: ProviderAnswer) {
  // A development-mode app whose owner has no Premium, told in plain text (zmb3/spotify#301).
  if (status === 403 && /premium/i.test(text)) {
    return providerError(SPOTIFY, "refused: the app's owner needs an active Premium subscription");
  }
  return providerError(SPOTIFY, `refused with status ${status}`);
}
