import { setTimeout as sleep } from 'node:timers/promises';
import { kindOf } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import type { Deadline } from '../../kernel/deadline.ts';
import { requireKey, type SecretSource } from '../../kernel/secret.ts';
import { LONGEST_RUNTIME_SECONDS, LONGEST_TEXT } from '../../settings.ts';
import type { LinkProvider } from '../link-provider.ts';
import { lookUpAll } from '../look-up-all.ts';
import { parseAnswer, providerBlocked, providerError, statusReason } from '../provider-error.ts';
import type { ProviderHost } from '../provider-host.ts';
import type { ProviderHttp } from '../provider-http.ts';
import type { ProviderAnswer } from '../send-with-retries.ts';
import { withToken } from '../token.ts';

const { provider } = kindOf('spotify_episode');
export const SPOTIFY = provider.name;
/** Milliseconds before a 404 is checked again, since some are wrong (spotify/web-api#1577). */
const SECOND_LOOK_MS = 500;
/** Base62, usually 22 characters. Other ids, such as `..`, would request another resource. */
const ID_PATTERN = /^[A-Za-z0-9]{1,64}$/;

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  /** In seconds. */
  expires_in: z.number().positive(),
});
const text = z.string().max(LONGEST_TEXT);
const episodeAnswer = z.object({
  id: z.string(),
  name: text,
  duration_ms: z
    .number()
    .nonnegative()
    .max(LONGEST_RUNTIME_SECONDS * 1000),
  show: z.object({
    id: z.string().regex(ID_PATTERN),
    name: text,
    images: z.array(z.object({ url: text })).nullish(),
  }),
});

export const openProvider = ({ http, secret, clock, spotifyMarket }: ProviderHost): LinkProvider =>
  createSpotifyClient({
    api: http(provider, 'spotifyApi'),
    accounts: http(provider, 'spotifyAccounts'),
    ...{ secret, clock, market: spotifyMarket },
  });

/** Spotify Web API. In development mode it returns only one episode per call. */
export function createSpotifyClient(options: {
  readonly api: ProviderHttp;
  readonly accounts: ProviderHttp;
  readonly secret: SecretSource;
  readonly clock: Clock;
  /** ISO 3166 code. Without it, Spotify does not find existing episodes (spotipy-dev/spotipy#552). */
  readonly market: string;
  readonly secondLookMs?: number;
}): LinkProvider {
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

  async function get(id: string, deadline: Deadline): Promise<ProviderAnswer> {
    const keys = await secret();
    const client = {
      id: requireKey(keys, SPOTIFY, 'spotify_client_id'),
      secret: requireKey(keys, SPOTIFY, 'spotify_client_secret'),
    };
    const request = { path: `/v1/episodes/${id}`, query: { market }, deadline };
    return sendWithToken(client, deadline, (headers) => api.send({ ...request, headers }));
  }

  /** Undefined if Spotify does not find the episode, null if the id is invalid. */
  async function episode(id: string, deadline: Deadline) {
    const answer = await get(id, deadline);
    if (answer.status === 404) return undefined;
    if (answer.status === 400 && /base62|invalid id/i.test(answer.text)) return null;
    if (answer.status === 401) throw refusedKeys();
    if (answer.status !== 200) throw refused(answer);

    const found = parseAnswer(SPOTIFY, `episode ${id}`, episodeAnswer, answer.json);
    const { name, duration_ms, show } = found;
    return {
      title: name,
      durationSeconds: Math.floor(duration_ms / 1000),
      groupId: show.id,
      group: { name: show.name, artworkUrl: show.images?.[0]?.url },
    };
  }

  return {
    unknownBecause: 'deleted, not in this market, or wrong',

    async records(ids, deadline) {
      const possible = [...new Set(ids)].filter((id) => ID_PATTERN.test(id));
      const first = await lookUpAll(possible, deadline, episode);
      const missing = possible.filter((id) => first.get(id) === undefined);
      if (missing.length > 0) await sleep(Math.min(secondLookMs, deadline.remainingMs()));
      const second = await lookUpAll(missing, deadline, episode);
      return new Map([...first, ...second].flatMap(([id, found]) => (found ? [[id, found]] : [])));
    },
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
