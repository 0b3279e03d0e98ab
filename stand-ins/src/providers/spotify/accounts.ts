import { randomBytes } from 'node:crypto';
import { standInKeys } from '../server/keys.ts';
import type { ProviderResponse, ReceivedRequest } from '../server/provider-description.ts';
import {
  type IssuedTokens,
  startTokenIssuer,
  type TokenIssuer,
} from '../server/start-token-issuer.ts';

const tokenLifetimeSeconds = 3600;

export interface SpotifyAccountsOptions {
  /** The time in milliseconds; `Date.now` by default. */
  readonly now?: () => number;
}

/** Starts a stand-in for Spotify's accounts service: `POST /api/token` with client credentials. */
export function startSpotifyAccounts({
  now = Date.now,
}: SpotifyAccountsOptions = {}): Promise<TokenIssuer> {
  return startTokenIssuer(now, (tokens) => ({
    jsonType: 'application/json',
    routes: [
      {
        method: 'POST',
        path: /^\/api\/token$/,
        answer: (request) => refusal(request) ?? issue(tokens, now()),
      },
    ],
    unknownPath: plainText(404, 'Not Found'),
    wrongMethod: plainText(405, 'Method Not Allowed'),
  }));
}

function refusal(request: ReceivedRequest): ProviderResponse | undefined {
  const { id, secret } = basicCredentials(request.headers.authorization);
  if (id !== standInKeys.spotify_client_id) {
    return { status: 400, file: 'spotify/token_400_invalid_client.json' };
  }
  if (secret !== standInKeys.spotify_client_secret) {
    return { status: 400, file: 'spotify/token_400_invalid_client_secret.json' };
  }
  if (grantType(request) === 'client_credentials') return undefined;
  return { status: 400, file: 'spotify/token_400_unsupported_grant_type.json' };
}

function issue(tokens: IssuedTokens, now: number): ProviderResponse {
  const token = `BQ${randomBytes(96).toString('base64url')}`;
  tokens.add(token, now + tokenLifetimeSeconds * 1000);
  const json = { access_token: token, token_type: 'Bearer', expires_in: tokenLifetimeSeconds };
  return { status: 200, json };
}

function basicCredentials(authorization = '') {
  const encoded = /^Basic +(\S+)$/i.exec(authorization)?.[1] ?? '';
  const decoded = Buffer.from(encoded, 'base64').toString();
  const [, id, secret] = /^([^:]*):(.*)$/.exec(decoded) ?? [];
  return { id, secret };
}

function grantType({ headers, body }: ReceivedRequest): string | null {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  return isForm ? new URLSearchParams(body).get('grant_type') : null;
}

function plainText(status: number, body: string): ProviderResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
