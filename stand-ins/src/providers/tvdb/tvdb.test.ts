import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { standInKeys } from '../server/keys.ts';
import { sample } from '../server/samples.ts';
import type { TokenIssuer } from '../server/start-token-issuer.ts';
import { startTvdb } from './tvdb.ts';

const start = Date.UTC(2026, 0, 1);
let time: number;
let tvdb: TokenIssuer;

beforeEach(async () => {
  time = start;
  tvdb = await startTvdb({
    now: () => time,
    series: (id) => (id === 7 ? { id, name: 'Replaced' } : id === 8 ? null : undefined),
  });
});

afterEach(() => tvdb.close());

async function login(): Promise<string> {
  const body = JSON.stringify({ apikey: standInKeys.tvdb_api_key });
  const response = await fetch(`${tvdb.url}/v4/login`, { method: 'POST', body });
  return z.object({ data: z.object({ token: z.string() }) }).parse(await response.json()).data
    .token;
}

function get(path: string, token: string): Promise<Response> {
  return fetch(tvdb.url + path, { headers: { authorization: `Bearer ${token}` } });
}

describe('login', () => {
  test('issues a fresh token each time, which says when it expires', async () => {
    const first = await login();
    const second = await login();

    const payload = Buffer.from(first.split('.')[1] ?? '', 'base64url').toString();
    expect(first.split('.')).toHaveLength(3);
    expect(JSON.parse(payload)).toEqual({ exp: start / 1000 + 2_592_000 });
    expect(second).not.toBe(first);
  });

  test.each(['{"apikey":"wrong"}', 'apikey=x'])('refuses %s', async (body) => {
    const response = await fetch(`${tvdb.url}/v4/login`, { method: 'POST', body });

    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8');
    expect(await response.text()).toBe(sample('tvdb/login_401_invalid_apikey.json'));
  });
});

describe('a record', () => {
  test('with a recorded id is the recorded one', async () => {
    const token = await login();

    const series = await get('/v4/series/421069', token);
    const movie = await get('/v4/movies/353554', token);

    expect(series.headers.get('content-type')).toBe('application/json; charset=UTF-8');
    expect(await series.json()).toEqual(JSON.parse(sample('tvdb/series_ok_japanese.json')));
    expect(await movie.json()).toEqual(
      JSON.parse(sample('tvdb/movie_relative_image_null_lists.json')),
    );
  });

  test('with another id up to 899999 is made up', async () => {
    const token = await login();

    const series = await get('/v4/series/12', token);
    const movie = await get('/v4/movies/899999', token);

    const image = 'https://artworks.thetvdb.com/banners/v4/series/12/posters/12.jpg';
    expect(await series.json()).toMatchObject({
      status: 'success',
      data: { id: 12, name: 'Series 12', averageRuntime: 24, image, year: '2025' },
    });
    expect(await movie.json()).toMatchObject({
      data: { id: 899999, name: 'Movie 899999', runtime: 100 },
    });
  });

  test.each([
    ['/v4/series/0', 'tvdb/series_404.json'],
    ['/v4/series/900000', 'tvdb/series_404.json'],
    ['/v4/series/oshi-no-ko', 'tvdb/series_404.json'],
    ['/v4/movies/421069000', 'tvdb/movie_404.json'],
  ])('at %s does not exist', async (path, file) => {
    const token = await login();

    const response = await get(path, token);

    expect(response.status).toBe(404);
    expect(await response.text()).toBe(sample(file));
  });

  test('can be replaced or removed by an option', async () => {
    const token = await login();

    const replaced = await get('/v4/series/7', token);
    const removed = await get('/v4/series/8', token);

    expect(await replaced.json()).toEqual({
      status: 'success',
      data: { id: 7, name: 'Replaced' },
    });
    expect(removed.status).toBe(404);
  });
});

describe('a token', () => {
  test('that was never issued is refused', async () => {
    const response = await get('/v4/series/12', standInKeys.tvdb_api_key);

    expect(response.status).toBe(401);
    expect(await response.text()).toBe(sample('tvdb/error_401_bare.json'));
  });

  test('is refused from the moment when it expires', async () => {
    const token = await login();

    time = start + 2_592_000_000 - 1;
    const before = await get('/v4/series/12', token);
    time += 1;
    const after = await get('/v4/series/12', token);

    expect(before.status).toBe(200);
    expect(after.status).toBe(401);
  });

  test('is refused after it is revoked, until the next reset; new ones are accepted', async () => {
    const old = await login();

    tvdb.revokeTokens();
    const revoked = await get('/v4/series/12', old);
    const renewed = await get('/v4/series/12', await login());
    tvdb.reset();
    const restored = await get('/v4/series/12', old);

    expect(revoked.status).toBe(401);
    expect(renewed.status).toBe(200);
    expect(restored.status).toBe(200);
  });
});

test('a wrong method is a 405, an unknown path a 404', async () => {
  const verb = await fetch(`${tvdb.url}/v4/login`);
  const path = await fetch(`${tvdb.url}/v4/episodes/1`);

  expect(verb.status).toBe(405);
  expect(await verb.text()).toBe(sample('tvdb/error_405.json'));
  expect(path.status).toBe(404);
  expect(await path.json()).toEqual({ message: 'Not Found' });
});
