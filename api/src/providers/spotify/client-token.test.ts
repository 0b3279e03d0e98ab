import { standInKeys } from '@immersion-tracker/stand-ins';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Secret } from '../../kernel/secret.ts';
import { allOf, failureOf, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { RECORDED, type SpotifyTest, startSpotifyTest } from './testing/start-spotify-test.ts';

const start = Date.UTC(2026, 0, 1);
const refusedKeys = {
  code: 'provider_error',
  message:
    'Spotify refused the credentials; check spotify_client_id and spotify_client_secret in the secret.',
  provider_blocked: true,
};
let time: number;
let secret: Secret;
let on: SpotifyTest;

beforeEach(async () => {
  time = start;
  secret = { users: [], ...standInKeys };
  on = await startSpotifyTest({ clock: () => time, secret: async () => secret });
});

function ask() {
  return on.episode(RECORDED, wholeDeadline());
}

/** The tokens of the requests so far. */
function tokens(): string[] {
  return on.api.requests.map(({ headers }) => headers.authorization?.replace('Bearer ', '') ?? '');
}

describe('a token', () => {
  test('is requested with the client’s credentials', async () => {
    await ask();

    const { spotify_client_id: id, spotify_client_secret: password } = standInKeys;
    const [request] = on.accounts.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/api/token' });
    expect(request?.headers.authorization).toBe(`Basic ${btoa(`${id}:${password}`)}`);
    expect(request?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(request?.body).toBe('grant_type=client_credentials');
  });

  test('is shared by many requests, even concurrent ones', async () => {
    const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(22));

    const episodes = await Promise.all(ids.map((id) => on.episode(id, wholeDeadline())));
    await ask();

    expect(episodes.map((episode) => episode?.title)).toEqual(ids.map((id) => `Episode ${id}`));
    expect(on.accounts.requests).toHaveLength(1);
    expect(on.api.requests).toHaveLength(4);
    expect(new Set(tokens()).size).toBe(1);
  });

  test('is renewed a minute before it expires', async () => {
    await ask();
    time = start + 3_540_000 - 1;
    await ask();
    const before = on.accounts.requests.length;
    time = start + 3_540_000;

    await ask();

    expect(before).toBe(1);
    expect(on.accounts.requests).toHaveLength(2);
    expect(on.api.requests).toHaveLength(3);
  });

  test.each(['error_401_expired.json', 'error_401_invalid.json', 'error_401_combined.json'])(
    'that is refused is renewed once (%s)',
    async (name) => {
      on.api.inject({ kind: 'sample', file: `spotify/${name}`, status: 401 });

      const episode = await ask();

      expect(episode?.group?.name).toBe('Example Podcast');
      expect(on.accounts.requests).toHaveLength(2);
      expect(on.api.requests).toHaveLength(2);
      expect(new Set(tokens()).size).toBe(2);
    },
  );

  test('that is refused twice is an error that says where to check the credentials', async () => {
    const file = 'spotify/error_401_invalid.json';
    on.api.inject({ kind: 'sample', file, status: 401 }, { times: Number.POSITIVE_INFINITY });

    const failure = await failureOf(ask());

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual(refusedKeys);
    expect(on.accounts.requests).toHaveLength(2);
    expect(on.api.requests).toHaveLength(2);
    expect(tokens()).not.toContain('');
    for (const token of tokens()) expect(allOf([failure, on.entries])).not.toContain(token);
  });
});

describe('a refused log-in', () => {
  test.each([
    'token_400_invalid_client.json',
    'token_400_invalid_client_bare.json',
    'token_400_invalid_client_secret.json',
    'token_400_unsupported_grant_type.json',
  ])('(%s) says where to check the credentials, and is not retried', async (name) => {
    on.accounts.inject({ kind: 'sample', file: `spotify/${name}`, status: 400 });

    const failure = await failureOf(ask());

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual(refusedKeys);
    expect(on.accounts.requests).toHaveLength(1);
    expect(on.api.requests).toEqual([]);
  });

  test.each([[{ spotify_client_id: 'private-id' }], [{ spotify_client_secret: 'private-secret' }]])(
    'does not reveal the credentials (%j)',
    async (wrong) => {
      secret = { ...secret, ...wrong };

      const failure = await failureOf(ask());

      expect(failure.body()).toEqual(refusedKeys);
      expect(allOf([failure, on.entries])).not.toMatch(/private|Basic/);
    },
  );

  test('can be a 401, as in the OAuth specification', async () => {
    const file = 'spotify/token_400_invalid_client.json';
    on.accounts.inject({ kind: 'sample', file, status: 401 });

    const failure = await failureOf(ask());

    expect(failure.body()).toEqual(refusedKeys);
    expect(on.accounts.requests).toHaveLength(1);
  });

  test('for another reason names its status', async () => {
    on.accounts.inject({ kind: 'answer', status: 403, body: '' });

    const failure = await failureOf(ask());

    expect(failure).toMatchObject({
      message: 'Spotify refused the request with status 403.',
      providerBlocked: true,
    });
  });

  test('is tried again by the next request', async () => {
    const file = 'spotify/token_400_invalid_client.json';
    on.accounts.inject({ kind: 'sample', file, status: 400 });
    await failureOf(ask());

    const episode = await ask();

    expect(episode?.group?.name).toBe('Example Podcast');
  });
});

test.each([
  ['access_token', { expires_in: 3600 }],
  ['access_token', { access_token: '', expires_in: 3600 }],
  ['expires_in', { access_token: 'private' }],
  ['expires_in', { access_token: 'private', expires_in: 0 }],
])('a token response without %s is an error', async (where, body) => {
  on.accounts.inject({ kind: 'answer', status: 200, body: JSON.stringify(body) });

  const failure = await failureOf(ask());

  expect(failure.message).toBe(
    `Spotify sent a token response in an undocumented format: ${where}.`,
  );
  expect(allOf([failure, on.entries])).not.toContain('private');
});

test('the recorded token response is accepted', async () => {
  on.accounts.inject({ kind: 'sample', file: 'spotify/token_ok.json', status: 200 });

  await ask();

  expect(tokens()[0]).toMatch(/^BQ(Example)+$/);
});

test.each(['spotify_client_id', 'spotify_client_secret'] as const)(
  'a missing %s is an error that names it, without a request',
  async (name) => {
    secret = { ...secret, [name]: undefined };

    const failure = await failureOf(ask());

    expect(failure.status).toBe(503);
    expect(failure.body()).toEqual({
      code: 'provider_not_configured',
      message: `The key for Spotify is missing; set ${name} in the secret.`,
    });
    expect(on.accounts.requests).toEqual([]);
    expect(on.api.requests).toEqual([]);
  },
);
