import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { standInKeys } from '../server/keys.ts';
import { sample } from '../server/samples.ts';
import type { StandIn } from '../server/start-stand-in.ts';
import type { TokenIssuer } from '../server/start-token-issuer.ts';
import { startSpotifyAccounts } from './accounts.ts';
import { startSpotifyApi } from './api.ts';

const clientId = standInKeys.spotify_client_id;
const clientSecret = standInKeys.spotify_client_secret;
const recordedId = '512ojhOuo1ktJprKbVcKyQ';
const otherId = '0123456789abcdefABCDEF';
let time: number;
let accounts: TokenIssuer;
let api: StandIn;

beforeEach(async () => {
  time = Date.UTC(2026, 0, 1);
  accounts = await startSpotifyAccounts({ now: () => time });
  api = await startSpotifyApi({ acceptsToken: accounts.acceptsToken });
});

afterEach(async () => {
  await accounts.close();
  await api.close();
});

function askForToken(
  credentials = `${clientId}:${clientSecret}`,
  body: string | URLSearchParams = new URLSearchParams({ grant_type: 'client_credentials' }),
): Promise<Response> {
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  return fetch(`${accounts.url}/api/token`, { method: 'POST', headers: { authorization }, body });
}

async function freshToken(): Promise<string> {
  const response = await askForToken();
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

function get(path: string, token: string, origin = api.url): Promise<Response> {
  return fetch(`${origin}/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
}

describe('the accounts service', () => {
  test('issues a fresh token each time for the right credentials', async () => {
    const response = await askForToken();
    const another = await freshToken();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^BQ/),
      token_type: 'Bearer',
      expires_in: 3600,
    });
    expect(another).not.toBe(await freshToken());
  });

  test.each([
    ['an unknown client', 'unknown:secret', 'token_400_invalid_client.json'],
    ['a wrong secret', `${clientId}:wrong`, 'token_400_invalid_client_secret.json'],
  ])('refuses %s with a 400', async (_, credentials, file) => {
    const response = await askForToken(credentials);

    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe(sample(`spotify/${file}`));
  });

  test('does not accept a grant type in a JSON body', async () => {
    const body = JSON.stringify({ grant_type: 'client_credentials' });

    const response = await askForToken(undefined, body);

    expect(response.status).toBe(400);
    expect(await response.text()).toBe(sample('spotify/token_400_unsupported_grant_type.json'));
  });
});

describe('an episode', () => {
  test('that is recorded is as a new app gets it', async () => {
    const response = await get(`episodes/${recordedId}?market=JP`, await freshToken());

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual(
      JSON.parse(sample('spotify/episode_ok_development_mode.json')),
    );
  });

  test('with another id is made up and belongs to a podcast', async () => {
    const response = await get(`episodes/${otherId}?market=JP`, await freshToken());

    expect(await response.json()).toMatchObject({
      id: otherId,
      name: `Episode ${otherId}`,
      duration_ms: 1_800_000,
      uri: `spotify:episode:${otherId}`,
      show: {
        id: expect.stringMatching(/^[A-Za-z0-9]{22}$/),
        name: expect.stringMatching(/^Show ([1-9]|1[0-9]|20)$/),
      },
    });
  });

  test.each([
    ['without a market does not exist', `episodes/${recordedId}`, 404, 'error_404.json'],
    ['can be unknown', 'episodes/unknown000000000000001?market=JP', 404, 'error_404.json'],
    ['must have a valid id', 'episodes/short?market=JP', 400, 'error_400_invalid_base62.json'],
    ['cannot be fetched in a batch', 'episodes?ids=x', 403, 'error_403_forbidden.json'],
  ])('%s', async (_, path, status, file) => {
    const response = await get(path, await freshToken());

    expect(response.status).toBe(status);
    expect(await response.text()).toBe(sample(`spotify/${file}`));
  });

  test('can be replaced by an option', async () => {
    const replacing = await startSpotifyApi({ episodes: (id) => ({ id, name: 'Replaced' }) });

    const response = await get(`episodes/${otherId}?market=JP`, 'any', replacing.url);

    expect(await response.json()).toEqual({ id: otherId, name: 'Replaced' });
    await replacing.close();
  });
});

describe('a token', () => {
  test('that was never issued is refused, with a challenge', async () => {
    const response = await get(`episodes/${otherId}?market=JP`, 'made-up');

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer realm="spotify", error="invalid_token", error_description="The access token expired"',
    );
    expect(await response.text()).toBe(sample('spotify/error_401_expired.json'));
  });

  test('is refused after an hour', async () => {
    const token = await freshToken();

    time += 3_599_999;
    const before = await get(`episodes/${otherId}?market=JP`, token);
    time += 1;
    const after = await get(`episodes/${otherId}?market=JP`, token);

    expect(before.status).toBe(200);
    expect(after.status).toBe(401);
  });
});
