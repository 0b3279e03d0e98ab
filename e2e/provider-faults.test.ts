import { providers as described } from '@immersion-tracker/contract';
import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { as, expectError, send } from './testing/trackers/api.ts';
import { startTracker, type Tracker } from './testing/trackers/local-host.ts';

let providers: Providers;
let tracker: Tracker;
beforeAll(async () => {
  providers = await startProviders();
  tracker = await startTracker({ environment: providers.environment });
});
beforeEach(() => providers.reset());
afterAll(async () => {
  await tracker?.remove();
  await providers?.close();
});

// api/src/providers/provider-http.ts, which all providers share, is tested with every fault beside its source.
// Here, each provider has different ones.
const sources = [
  {
    name: 'TheTVDB',
    server: () => providers.tvdb,
    path: /^\/v4\/movies\//,
    route: '/syncmovies',
    body: (id: number) => ({ movies: [{ file_name: `Movie ${id}`, tvdb_id: id }] }),
    key: 'tvdb_api_key',
    passing: { kind: 'reset' },
    lasting: { kind: 'sample', file: 'tvdb/error_502.html', status: 200 },
    reason: 'JSON',
  },
  {
    name: 'YouTube',
    server: () => providers.youtube,
    path: /\/videos$/,
    route: '/syncyoutube',
    body: (id: number) => ({ video_ids: [`vid-${`${id}`.padStart(7, '0')}`] }),
    key: 'youtube_api_key',
    passing: { kind: 'answer', status: 500, body: '' },
    lasting: { kind: 'answer', status: 403, body: '' },
    reason: '403',
  },
  {
    name: 'Spotify',
    server: () => providers.spotifyApi,
    path: /^\/v1\/episodes\//,
    route: '/syncspotify',
    body: (id: number) => ({ episode_ids: [`ep${`${id}`.padStart(20, '0')}`] }),
    key: 'spotify_client_id',
    passing: { kind: 'answer', status: 429, body: '' },
    lasting: { kind: 'answer', status: 429, headers: { 'retry-after': '86400' }, body: '' },
    reason: 'rate',
  },
] as const;

let nextId = 1000;

describe.each(sources)('$name', ({ name, server, path, route, body, passing, lasting, reason }) => {
  test('fails once, and the sync succeeds all the same', async () => {
    server().inject(passing, { path });

    const answer = await send(tracker.url, 'POST', route, body(nextId++));

    expect(answer.status).toBe(200);
    expect(Object.values(Object(answer.body))).toStrictEqual([1]);
  });

  test('keeps failing, and the sync is a 502 that writes nothing and does not reveal a secret', async () => {
    const before = (await send(tracker.url, 'GET', '/progress')).body;
    server().inject(lasting, { path, times: Number.POSITIVE_INFINITY });

    const answer = await send(tracker.url, 'POST', route, body(nextId++));

    expectError(answer, 502, 'provider_error');
    expect(answer.body).toMatchObject({ message: expect.stringContaining(name) });
    expect(answer.body).toMatchObject({ message: expect.stringContaining(reason) });
    expect((await send(tracker.url, 'GET', '/progress')).body).toStrictEqual(before);
    expectNoSecret(JSON.stringify(answer.body));
    await tracker.program.printedError(new RegExp(`"path":"${route}","status":502`));
    expectNoSecret(tracker.program.stderr);
  });
});

describe('wrong keys', () => {
  let other: Tracker;
  beforeAll(async () => {
    const wrong = Object.fromEntries(Object.keys(providers.keys).map((key) => [key, 'fake-wrong']));
    other = await startTracker({ environment: providers.environment, keys: wrong });
  });
  afterAll(() => other?.remove());

  test.each(sources)('for $name: a 502 says what to check', async ({ name, route, body }) => {
    const answer = await send(other.url, 'POST', route, body(1));

    expectError(answer, 502, 'provider_error');
    expect(answer.body).toMatchObject({
      message: expect.stringMatching(`${name} refused.*secret`),
    });
    await other.program.printedError(new RegExp(`"path":"${route}"`));
    expect(JSON.stringify(answer.body) + other.program.stderr).not.toContain('fake-wrong');
  });
});

describe('without keys', () => {
  let other: Tracker;
  beforeAll(async () => {
    other = await startTracker({ environment: providers.environment, keys: {} });
  });
  afterAll(() => other?.remove());

  test.each(sources)('for $name: a 503 says which is missing', async ({ route, body, key }) => {
    const answer = await send(other.url, 'POST', route, body(1));

    expectError(answer, 503, 'provider_not_configured');
    expect(answer.body).toMatchObject({ message: expect.stringContaining(key) });
  });

  test('GET /providers lists every provider as not configured', async () => {
    const { body } = await send(other.url, 'GET', '/providers');

    expect(body).toStrictEqual(Object.fromEntries(described.map(({ id }) => [id, false])));
  });

  test('episodes are still recorded', async () => {
    const body = { episodes: [{ folder_name: 'a', file_name: 'b' }] };

    const answer = await send(other.url, 'POST', '/sync', body);

    expect(answer.body).toStrictEqual({ episodes_added: 1 });
  });
});

test('a series without a runtime on TheTVDB is a 502 that says so, and the show stays as it was', async () => {
  const user = as('bob');
  const episodes = [{ folder_name: 'lacking', file_name: 'one' }];
  await send(tracker.url, 'POST', '/sync', { episodes }, user);

  const body = { folder_name: 'lacking', tvdb_id: 999002 };
  const answer = await send(tracker.url, 'PUT', '/show', body, user);

  expectError(answer, 502, 'provider_error');
  expect(answer.body).toMatchObject({ message: expect.stringContaining('runtime') });
  expect((await send(tracker.url, 'GET', '/shows', undefined, user)).body).toMatchObject({
    shows: [{ tvdb_id: null }],
  });
});

test.each([
  ['/syncmovies', () => providers.tvdb, '/v4/login'],
  ['/syncspotify', () => providers.spotifyAccounts, '/api/token'],
] as const)(
  'a revoked token is renewed once in %s, and the caller does not notice',
  async (route, issuer, login) => {
    const source = sources.find((candidate) => candidate.route === route);
    const sync = () => send(tracker.url, 'POST', route, source?.body(nextId++), as('bob'));
    await sync();
    providers.reset();
    issuer().revokeTokens();

    const answer = await sync();

    expect(answer.status).toBe(200);
    expect(Object.values(Object(answer.body))).toStrictEqual([1]);
    expect(issuer().requests.filter(({ path }) => path === login)).toHaveLength(1);
  },
);

function expectNoSecret(text: string): void {
  const { keys } = providers;
  const encoded = Buffer.from(`${keys.spotify_client_id}:${keys.spotify_client_secret}`);
  for (const secret of [...Object.values(keys), encoded.toString('base64'), 'Bearer ']) {
    expect(text).not.toContain(secret);
  }
}
