import { type Fault, type Providers, startProviders } from '@immersion-tracker/stand-ins';
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

const sources = [
  {
    name: 'TheTVDB',
    server: () => providers.tvdb,
    path: /^\/v4\/movies\//,
    route: '/syncmovies',
    body: (id: number) => ({ movies: [{ file_name: `Movie ${id}`, tvdb_id: id }] }),
  },
  {
    name: 'YouTube',
    server: () => providers.youtube,
    path: /\/videos$/,
    route: '/syncyoutube',
    body: (id: number) => ({ video_ids: [`vid-${`${id}`.padStart(7, '0')}`] }),
  },
  {
    name: 'Spotify',
    server: () => providers.spotifyApi,
    path: /^\/v1\/episodes\//,
    route: '/syncspotify',
    body: (id: number) => ({ episode_ids: [`ep${`${id}`.padStart(20, '0')}`] }),
  },
];

const passing: [string, Fault[]][] = [
  ['500 twice', [status(500), status(500)]],
  ['an HTML page once', [{ kind: 'sample', file: 'tvdb/error_502.html', status: 200 }]],
  ['429 with a Retry-After that fits', [status(429, { 'retry-after': '1' })]],
  ['429 without Retry-After', [status(429)]],
  ['a lost connection', [{ kind: 'reset' }]],
];

const lasting: [string, Fault, string][] = [
  ['429 with an absurd Retry-After', status(429, { 'retry-after': '86400' }), 'rate'],
  ['500', status(500), '500'],
  ['a 502 page in HTML', { kind: 'sample', file: 'tvdb/error_502.html', status: 502 }, '502'],
  ['HTML in place of JSON', { kind: 'sample', file: 'tvdb/error_502.html', status: 200 }, 'JSON'],
  [
    'JSON without the documented fields',
    { kind: 'answer', status: 200, body: '{"items":[{}]}' },
    'documented',
  ],
  ['a lost connection', { kind: 'reset' }, 'reached'],
  ['403', status(403), '403'],
];

function status(code: number, headers: Record<string, string> = {}): Fault {
  return { kind: 'answer', status: code, headers, body: '' };
}

let nextId = 1000;

describe.each(sources)('$name', ({ name, server, path, route, body }) => {
  test.each(passing)('%s, then fine: the sync succeeds', async (_, faults) => {
    for (const fault of faults) server().inject(fault, { path });

    const answer = await send(tracker.url, 'POST', route, body(nextId++));

    expect(answer.status).toBe(200);
    expect(Object.values(Object(answer.body))).toStrictEqual([1]);
  });

  test.each(lasting)('%s: 502, nothing written, nothing secret told', async (_, fault, reason) => {
    const before = (await send(tracker.url, 'GET', '/progress')).body;
    server().inject(fault, { path, times: Number.POSITIVE_INFINITY });

    const answer = await send(tracker.url, 'POST', route, body(nextId++));

    expectError(answer, 502, 'provider_error');
    expect(answer.body).toMatchObject({ message: expect.stringContaining(name) });
    expect(answer.body).toMatchObject({ message: expect.stringContaining(reason) });
    expect((await send(tracker.url, 'GET', '/progress')).body).toStrictEqual(before);
    expectNoSecret(JSON.stringify(answer.body));
    expectNoSecret(tracker.program.stderr);
  });
});

describe('wrong keys', () => {
  test.each(sources)('of $name: 502 that says what to check', async ({ name, route, body }) => {
    const wrong = {
      tvdb_api_key: 'fake-wrong-key',
      youtube_api_key: 'fake-wrong-key',
      spotify_client_id: 'fake-wrong-key',
      spotify_client_secret: 'fake-wrong-key',
    };
    const other = await startTracker({ environment: providers.environment, keys: wrong });
    try {
      const answer = await send(other.url, 'POST', route, body(1));

      expectError(answer, 502, 'provider_error');
      expect(answer.body).toMatchObject({
        message: expect.stringMatching(`${name} refused.*secret`),
      });
      expect(JSON.stringify(answer.body) + other.program.stderr).not.toContain('fake-wrong-key');
    } finally {
      await other.remove();
    }
  });
});

describe('TheTVDB records that lack something', () => {
  test.each([
    [999002, 'runtime'],
    [999003, 'runtime'],
    [999004, 'image'],
    [999005, 'image'],
    [999008, 'name'],
  ])('series %i: 502 that says that the %s is missing', async (tvdb_id, field) => {
    const episodes = [{ folder_name: 'lacking', file_name: 'one' }];
    await send(tracker.url, 'POST', '/sync', { episodes }, as('bob'));

    const body = { folder_name: 'lacking', tvdb_id };
    const answer = await send(tracker.url, 'PUT', '/show', body, as('bob'));

    expectError(answer, 502, 'provider_error');
    expect(answer.body).toMatchObject({ message: expect.stringContaining(field) });
    expect((await send(tracker.url, 'GET', '/shows', undefined, as('bob'))).body).toMatchObject({
      shows: [{ tvdb_id: null }],
    });
  });
});

test.each([
  ['/syncmovies', () => providers.tvdb, '/v4/login'],
  ['/syncspotify', () => providers.spotifyAccounts, '/api/token'],
] as const)(
  'a token that %s finds refused is renewed once, unseen by the caller',
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
