import { randomBytes } from 'node:crypto';
import { standInKeys } from '../server/keys.ts';
import { type Answer, jsonAnswer, sampleAnswer, sampleObject } from '../server/samples.ts';
import {
  type ProviderRequest,
  type ServerOptions,
  type StandIn,
  startServer,
} from '../server/stand-in.ts';
import { createIssuedTokens } from '../server/token-issuer.ts';

/** What the stand-in for Spotify's accounts service can be started with. */
export interface SpotifyAccountsOptions extends ServerOptions {
  /** The id that may ask for tokens; standInKeys has the default. */
  readonly clientId?: string;
  /** The secret that goes with the id; standInKeys has the default. */
  readonly clientSecret?: string;
  /** How long a token lasts, as `expires_in` says; 3600 seconds when absent. */
  readonly tokenLifetimeSeconds?: number;
  /** The time in milliseconds; Date.now when absent. */
  readonly now?: () => number;
}

/** The stand-in for Spotify's accounts service. */
export interface SpotifyAccountsStandIn extends StandIn {
  /** Whether a token was issued here, has not expired and is not revoked. */
  acceptsToken(token: string): boolean;
  /** Refuses every token issued so far, as if it had expired. */
  revokeTokens(): void;
}

/** Starts a stand-in for Spotify's accounts service: `POST /api/token` by client credentials. */
export async function startSpotifyAccounts(
  options: SpotifyAccountsOptions = {},
): Promise<SpotifyAccountsStandIn> {
  const {
    clientId = standInKeys.spotify_client_id,
    clientSecret = standInKeys.spotify_client_secret,
    tokenLifetimeSeconds = 3600,
    now = Date.now,
  } = options;
  const tokens = createIssuedTokens(now);

  function answer(request: ProviderRequest): Answer {
    if (request.path !== '/api/token') return plain(404, 'Not Found');
    if (request.method !== 'POST') return plain(405, 'Method Not Allowed');
    const credentials = basicCredentials(request.headers.authorization);
    if (credentials?.id !== clientId) {
      return sampleAnswer('spotify/token_400_invalid_client.json', 400);
    }
    if (credentials.secret !== clientSecret) {
      return sampleAnswer('spotify/token_400_invalid_client_secret.json', 400);
    }
    if (grantType(request) !== 'client_credentials') {
      return sampleAnswer('spotify/token_400_unsupported_grant_type.json', 400);
    }
    return issue();
  }

  function issue(): Answer {
    const token = `BQ${randomBytes(96).toString('base64url')}`;
    tokens.add(token, now() + tokenLifetimeSeconds * 1000);
    const recorded = sampleObject('spotify/token_ok.json');
    const body = { ...recorded, access_token: token, expires_in: tokenLifetimeSeconds };
    return jsonAnswer(200, body, 'application/json');
  }

  const server = await startServer(answer, options);
  return {
    ...server,
    acceptsToken: tokens.accepts,
    revokeTokens: tokens.revokeAll,
    reset() {
      server.reset();
      tokens.restoreAll();
    },
  };
}

function basicCredentials(
  authorization: string | undefined,
): { id: string; secret: string } | undefined {
  const encoded = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [, id, secret] = /^([^:]*):(.*)$/.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

function grantType({ headers, body }: ProviderRequest): string | null {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  return isForm ? new URLSearchParams(body).get('grant_type') : null;
}

function plain(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
