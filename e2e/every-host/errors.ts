import { BODY_LIMIT_BYTES, basicAuthorization, endpoints } from '@immersion-tracker/contract';
import { afterEach, describe, expect, test } from 'vitest';
import { as, expectError, send } from '../testing/trackers/api.ts';
import type { Host } from '../testing/trackers/hosts.ts';
import type { World } from '../testing/trackers/world.ts';

export function testErrors(world: World, { differs, learner, page }: Host): void {
  const authorization = basicAuthorization(learner.user, learner.password);
  afterEach(() => world.providers.reset());

  test.each([
    ['not JSON', '{"episodes": [', 'body: '],
    ['empty', '', 'body: '],
    ['a list', [], 'body: '],
    ['an object without the list', {}, 'episodes: '],
  ])('a body that is %s is an invalid request', { tags: 'deployed' }, async (_, body, message) => {
    const answer = await send(world.host.url, 'POST', '/sync', body, authorization);

    expectError(answer, 400, 'invalid_request', { page });
    expect(answer.body).toMatchObject({ message: expect.stringContaining(message) });
  });

  test.each([
    ['/sync', { episodes: [{ folder_name: 'a', file_name: 1 }] }, 'episodes[0].file_name: '],
    ['/sync', { episodes: [{ folder_name: '', file_name: 'b' }] }, 'episodes[0].folder_name: '],
    // A lone surrogate.
    [
      '/sync',
      '{"episodes":[{"folder_name":"a","file_name":"\\ud83d"}]}',
      'episodes[0].file_name: ',
    ],
    // Together, the names are too long for a key.
    [
      '/sync',
      { episodes: [{ folder_name: 'あ'.repeat(341), file_name: 'b' }] },
      'episodes[0].file_name: ',
    ],
    ['/syncmovies', { movies: [{ file_name: 'a', tvdb_id: '1' }] }, 'movies[0].tvdb_id: '],
    ['/syncmovies', { movies: [{ file_name: 'a', tvdb_id: 1.5 }] }, 'movies[0].tvdb_id: '],
    ['/syncyoutube', { video_ids: ['aB3dE5fG7hI', ''] }, 'video_ids[1]: '],
    ['/syncspotify', { episode_ids: [null] }, 'episode_ids[0]: '],
    ['/syncspotify', { episode_ids: [], source: '' }, 'source: '],
    ['/lookup', { ids: 'MOVIE#a' }, 'ids: '],
    ['/rewatch', { ids: ['MOVIE#a'], watched_at: 4_000_000_000 }, 'watched_at: '],
    ['/rewatch', { ids: [], watched_at: '2026-11-20' }, 'watched_at: '],
  ])('bad input to %s is an invalid request: %j', async (path, body, message) => {
    const answer = await send(world.host.url, 'POST', path, body);

    expectError(answer, 400, 'invalid_request');
    expect(answer.body).toMatchObject({ message: expect.stringContaining(message) });
    expect((await send(world.host.url, 'GET', '/shows')).body).toStrictEqual({ shows: [] });
  });

  test('bytes that are not UTF-8 are refused or replaced', async () => {
    const response = await fetch(`${world.host.url}/sync`, {
      method: 'POST',
      headers: { Authorization: as('alice') },
      body: Buffer.from('{"episodes":[{"folder_name":"\xff","file_name":"a"}]}', 'latin1'),
    });

    expect([response.status, await response.json()]).toMatchObject(
      differs.refusesOtherThanUtf8
        ? [400, { code: 'invalid_request' }]
        : [200, { episodes_added: 1 }],
    );
  });

  test('a show that was never recorded is a 404, without asking TheTVDB', {
    tags: 'deployed',
  }, async () => {
    const body = { folder_name: '(smoke test) never recorded', tvdb_id: 1 };

    const answer = await send(world.host.url, 'PUT', '/show', body, authorization);

    expectError(answer, 404, 'show_not_found', { page });
    expect(world.providers.tvdb.requests).toStrictEqual([]);
  });

  describe.each([
    ['without credentials', null],
    ['with credentials', authorization],
  ])('%s', (_, given) => {
    test.each([
      ['GET', '/nowhere'],
      ['DELETE', '/progress'],
      ['GET', '/sync'],
      ['POST', '/show'],
      ['POST', '/'],
      ['GET', '/progress/'],
      ['PATCH', '/show'],
    ])('%s %s is not found', { tags: 'deployed' }, async (method, path) => {
      const answer = await send(world.host.url, method, path, undefined, given);

      expectError(answer, 404, 'not_found', { contentType: differs.contentTypeOfRefusals, page });
    });
  });

  test('GET / is the dashboard or a 404', async () => {
    const response = await fetch(world.host.url);

    const [status, type] = differs.dashboard
      ? [200, 'text/html; charset=utf-8']
      : [404, differs.contentTypeOfRefusals];
    expect([response.status, response.headers.get('content-type')]).toStrictEqual([status, type]);
  });

  test.each([
    ['/docs', 'text/html; charset=UTF-8'],
    ['/openapi.json', 'application/json'],
  ])('GET %s describes the API without credentials, or is not found', async (path, type) => {
    const response = await fetch(`${world.host.url}${path}`);

    const text = await response.text();
    expect(response.status).toBe(differs.dashboard ? 200 : 404);
    if (!differs.dashboard) return;
    expect(response.headers.get('content-type')).toBe(type);
    for (const endpoint of Object.values(endpoints)) expect(text).toContain(endpoint.path);
  });

  test('two episodes with the same key are a conflict that names both', async () => {
    const first = { folder_name: 'a#b', file_name: 'c' };
    const second = { folder_name: 'a', file_name: 'b#c' };
    const bob = as('bob');

    const together = await send(
      world.host.url,
      'POST',
      '/sync',
      { episodes: [first, second] },
      bob,
    );
    const before = await send(world.host.url, 'GET', '/shows', undefined, bob);
    const alone = await send(world.host.url, 'POST', '/sync', { episodes: [first] }, bob);
    const after = await send(world.host.url, 'POST', '/sync', { episodes: [second] }, bob);

    for (const answer of [together, after]) {
      expectError(answer, 409, 'conflict');
      for (const name of ['"a#b"', '"c"', '"a"', '"b#c"']) {
        expect(answer.body).toMatchObject({ message: expect.stringContaining(name) });
      }
    }
    expect(before.body).toStrictEqual({ shows: [] });
    expect(alone.body).toStrictEqual({ episodes_added: 1 });
  });

  test('a body above the limit is refused as too large, and one below it is accepted', async () => {
    const padded = (bytes: number) => {
      const body = (padding: string) => `{"episodes":[],"padding":"${padding}"}`;
      return body('x'.repeat(bytes - body('').length));
    };

    const above = await send(world.host.url, 'POST', '/sync', padded(BODY_LIMIT_BYTES + 1));
    const fitting = await send(world.host.url, 'POST', '/sync', padded(differs.largestBody));

    if (differs.tooLargeHasCode) expectError(above, 413, 'too_large');
    else expect(above).toMatchObject({ status: 413, body: { message: expect.any(String) } });
    expect(fitting.body).toStrictEqual({ episodes_added: 0 });
  });

  test.each([
    [
      'POST',
      '/syncyoutube',
      { video_ids: ['aB3dE5fG7hI', 'unknown0001', 'live0000001'] },
      ['unknown0001', 'live0000001'],
    ],
    [
      'POST',
      '/syncspotify',
      { episode_ids: ['512ojhOuo1ktJprKbVcKyQ', 'unknown000000000000001', '../me'] },
      ['unknown000000000000001', '../me'],
    ],
    [
      'POST',
      '/syncmovies',
      {
        movies: [
          { file_name: 'a', tvdb_id: 2658 },
          { file_name: 'b', tvdb_id: 900001 },
          { file_name: 'c', tvdb_id: 900002 },
        ],
      },
      [900001, 900002],
    ],
  ])(
    '%s %s lists all ids that the provider does not know, and records nothing',
    async (method, path, body, ids) => {
      const answer = await send(world.host.url, method, path, body);

      expectError(answer, 422, 'unknown_ids');
      expect(answer.body).toMatchObject({ ids });
      expect((await send(world.host.url, 'GET', '/progress')).body).toMatchObject({
        youtube_videos_watched: 0,
        spotify_episodes_watched: 0,
        total_movies_watched: 0,
      });
    },
  );

  test('a body with a million invalid items is refused with a message about the first one', async () => {
    const answer = await send(
      world.host.url,
      'POST',
      '/sync',
      `{"episodes":[${'1,'.repeat(1_000_000)}1]}`,
    );

    expectError(answer, 400, 'invalid_request');
    expect(answer.body).toMatchObject({ message: expect.stringContaining('episodes[0]: ') });
  });

  test('a HEAD request is not found', async () => {
    const headers = { Authorization: as('alice') };

    expect((await fetch(`${world.host.url}/progress`, { method: 'HEAD', headers })).status).toBe(
      404,
    );
  });

  test.each([
    ['https://elsewhere.example', 401],
    ['null', 401],
    ['https://immersion-tracker.jordansimsmith.com', 200],
  ])('a page on %s that posts with a saved password gets a %i', async (Origin, status) => {
    const response = await fetch(`${world.host.url}/sync`, {
      method: 'POST',
      headers: { Authorization: as('alice'), Origin },
      body: '{"episodes":[]}',
    });

    expect(response.status).toBe(status);
    const challenged = status === 401 && differs.challengesForeignPages;
    expect(response.headers.get('www-authenticate')).toBe(challenged ? 'Basic' : null);
  });

  test('a preflight for an unknown route also allows only the configured page', async () => {
    const response = await fetch(`${world.host.url}/nowhere`, { method: 'OPTIONS' });

    expect(response.status).toBe(differs.preflightOfUnknownRoute);
    expect(response.headers.get('access-control-allow-origin')).toBe(
      'https://immersion-tracker.jordansimsmith.com',
    );
  });

  test('a series that TheTVDB does not know leaves the show as it was', async () => {
    const user = as('やまだ さん');
    await send(
      world.host.url,
      'POST',
      '/sync',
      { episodes: [{ folder_name: 'x', file_name: 'y' }] },
      user,
    );

    const body = { folder_name: 'x', tvdb_id: 900001 };
    const answer = await send(world.host.url, 'PUT', '/show', body, user);

    expectError(answer, 422, 'unknown_ids');
    expect(answer.body).toMatchObject({ ids: [900001] });
    expect((await send(world.host.url, 'GET', '/shows', undefined, user)).body).toMatchObject({
      shows: [{ folder_name: 'x', tvdb_id: null }],
    });
  });
}
