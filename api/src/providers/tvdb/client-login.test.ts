import { standInKeys } from '@immersion-tracker/stand-ins';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Secret } from '../../kernel/secret.ts';
import { allOf, failureOf, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { startTvdbTest, type TvdbTest } from './testing/start-tvdb-test.ts';

const start = Date.UTC(2026, 0, 1);
const thirtyDays = 30 * 86_400_000;
const login = '/v4/login';
let time: number;
let secret: Secret;
let on: TvdbTest;

beforeEach(async () => {
  time = start;
  secret = { users: [], ...standInKeys };
  on = await startTvdbTest({ clock: () => time, secret: async () => secret });
});

/** The Authorization headers of all look-ups so far. */
function tokens(): (string | undefined)[] {
  const lookUps = on.tvdb.requests.filter(({ path }) => path !== login);
  return lookUps.map(({ headers }) => headers.authorization);
}

describe('one log-in', () => {
  test('is shared by many look-ups, even concurrent ones', async () => {
    const deadline = wholeDeadline();
    const { client } = on;

    await Promise.all([1, 2, 3].map((id) => client.series(id, deadline)));
    await client.movie(4, deadline);

    expect(on.logins()).toBe(1);
    expect(on.lookUps()).toHaveLength(4);
    expect(new Set(tokens()).size).toBe(1);
  });

  test('sends the key as JSON, without a PIN', async () => {
    await on.client.series(1, wholeDeadline());

    const [request] = on.tvdb.requests;
    expect(request).toMatchObject({ method: 'POST', path: login });
    expect(request?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(request?.body ?? '')).toEqual({ apikey: standInKeys.tvdb_api_key });
  });

  test('is followed by another when its token is about to expire', async () => {
    await on.client.series(1, wholeDeadline());
    time = start + thirtyDays - 60_000;

    const series = await on.client.series(2, wholeDeadline());

    expect(series?.name).toBe('Series 2');
    expect(on.logins()).toBe(2);
    expect(on.lookUps()).toHaveLength(2);
  });

  test('is followed by another if its token is refused', async () => {
    await on.client.series(1, wholeDeadline());
    on.tvdb.revokeTokens();

    const series = await on.client.series(2, wholeDeadline());

    expect(series?.name).toBe('Series 2');
    expect(on.logins()).toBe(2);
    expect(on.lookUps()).toEqual(['/v4/series/1', '/v4/series/2', '/v4/series/2']);
  });

  test('is followed by another if the key in the secret changes', async () => {
    await on.client.series(1, wholeDeadline());
    secret = { users: [], tvdb_api_key: 'another key' };

    const failure = await failureOf(on.client.series(1, wholeDeadline()));

    expect(failure.message).toBe('TheTVDB refused the key; check tvdb_api_key in the secret.');
    expect(on.logins()).toBe(2);
    expect(on.lookUps()).toHaveLength(1);
  });

  test('is tried again after a failure', async () => {
    const body = '{"status":"failure"}';
    on.tvdb.inject({ kind: 'answer', status: 403, body }, { path: login });
    const failure = await failureOf(on.client.series(1, wholeDeadline()));

    const series = await on.client.series(1, wholeDeadline());

    expect(failure).toMatchObject({
      message: 'TheTVDB refused the request with status 403.',
      providerBlocked: true,
    });
    expect(series?.name).toBe('Series 1');
    expect(on.logins()).toBe(2);
  });
});

describe('a refused key', () => {
  const refused = {
    code: 'provider_error',
    message: 'TheTVDB refused the key; check tvdb_api_key in the secret.',
    provider_blocked: true,
  };

  test('is an error that says where to check it, without revealing it', async () => {
    secret = { users: [], tvdb_api_key: 'wrong-key' };

    const failure = await failureOf(on.client.series(1, wholeDeadline()));

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual(refused);
    expect(allOf([failure, on.entries])).not.toContain('wrong-key');
    expect(on.logins()).toBe(1);
    expect(on.lookUps()).toEqual([]);
  });

  test.each([
    ['login_400_pin_required.json', 400],
    ['login_401_invalid_pin.json', 401],
  ])('because of a missing PIN says so (%s)', async (name, status) => {
    on.tvdb.inject({ kind: 'sample', file: `tvdb/${name}`, status });

    const failure = await failureOf(on.client.series(1, wholeDeadline()));

    expect(failure).toMatchObject({ code: 'provider_error', providerBlocked: true });
    expect(failure.message).toContain('refused the key; it needs a subscriber PIN');
  });

  test.each(['error_401_bare.json', 'error_401_envelope.json'])(
    'is assumed if its tokens are refused twice (%s)',
    async (name) => {
      const path = '/v4/series/1';
      on.tvdb.inject({ kind: 'sample', file: `tvdb/${name}`, status: 401 }, { path, times: 2 });

      const failure = await failureOf(on.client.series(1, wholeDeadline()));

      expect(failure.body()).toEqual(refused);
      expect(on.logins()).toBe(2);
      expect(on.lookUps()).toEqual([path, path]);
    },
  );
});

test('a log-in response without a token is an error', async () => {
  const body = '{"status":"success","data":{}}';
  on.tvdb.inject({ kind: 'answer', status: 200, body }, { path: login });

  const failure = await failureOf(on.client.movie(1, wholeDeadline()));

  expect(failure.message).toBe(
    'TheTVDB sent a log-in response in an undocumented format: data.token.',
  );
});

test('a missing key is an error that names it, without a request', async () => {
  secret = { users: [] };

  const failure = await failureOf(on.client.movie(1, wholeDeadline()));

  expect(failure.status).toBe(503);
  expect(failure.body()).toEqual({
    code: 'provider_not_configured',
    message: 'The key for TheTVDB is missing; set tvdb_api_key in the secret.',
  });
  expect(on.tvdb.requests).toEqual([]);
});

test('a failure never reveals the token', async () => {
  await on.client.series(1, wholeDeadline());
  const [token = ''] = tokens();
  const fault = { kind: 'answer', status: 500 } as const;
  on.tvdb.inject(fault, { times: Number.POSITIVE_INFINITY });

  const failure = await failureOf(on.client.series(1, wholeDeadline()));

  expect(token).toMatch(/^Bearer \S{300,}$/);
  expect(on.entries.length).toBeGreaterThan(0);
  expect(allOf([failure, on.entries])).not.toContain(token.replace('Bearer ', ''));
});
