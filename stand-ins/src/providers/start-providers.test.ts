import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sample } from './server/samples.ts';
import { type Providers, startProviders } from './start-providers.ts';
import { startTvdb } from './tvdb/tvdb.ts';

let providers: Providers;

beforeEach(async () => {
  providers = await startProviders();
});

afterEach(() => providers.close());

/** A request to TheTVDB's stand-in that works without a token. */
function getLogin(signal?: AbortSignal): Promise<Response> {
  return fetch(`${providers.tvdb.url}/v4/login?a=1&b=2`, signal ? { signal } : {});
}

describe('requests', () => {
  test('are recorded in order, with method, path, query, headers and body', async () => {
    const url = `${providers.spotifyAccounts.url}/api/token`;

    await fetch(`${url}?x=1`, { method: 'POST', headers: { 'X-Trace': 'abc' }, body: 'grün' });
    await fetch(url);

    const [first, second] = providers.spotifyAccounts.requests;
    expect(first).toMatchObject({ method: 'POST', path: '/api/token', body: 'grün' });
    expect(first?.query.get('x')).toBe('1');
    expect(first?.headers['x-trace']).toBe('abc');
    expect(second).toMatchObject({ method: 'GET', path: '/api/token', body: '' });
  });

  test('are forgotten on reset', async () => {
    await getLogin();

    providers.reset();

    expect(providers.tvdb.requests).toEqual([]);
  });
});

describe('an injected fault', () => {
  test('affects one request, and the next one is answered normally', async () => {
    providers.tvdb.inject({ kind: 'answer', status: 503, headers: { 'retry-after': '7' } });

    const faulty = await getLogin();
    const usual = await getLogin();

    expect(faulty.status).toBe(503);
    expect(faulty.headers.get('retry-after')).toBe('7');
    expect(await faulty.text()).toBe('');
    expect(usual.status).toBe(405);
  });

  test('waits for those injected before it', async () => {
    providers.tvdb.inject({ kind: 'answer', status: 500 }, { times: 2 });
    providers.tvdb.inject({ kind: 'answer', status: 503 });

    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await getLogin()).status);

    expect(statuses).toEqual([500, 500, 503, 405]);
  });

  test('affects only requests for its path', async () => {
    providers.tvdb.inject({ kind: 'answer', status: 500 }, { path: '/v4/series/1' });
    providers.tvdb.inject({ kind: 'answer', status: 503 }, { path: /^\/v4\/log/ });

    const response = await getLogin();

    expect(response.status).toBe(503);
  });

  test('lasts until reset if its times are infinite', async () => {
    providers.tvdb.inject({ kind: 'answer', status: 500 }, { times: Infinity });

    const before = [await getLogin(), await getLogin(), await getLogin()];
    providers.reset();
    const after = await getLogin();

    expect(before.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect(after.status).toBe(405);
  });

  test('can be a recorded body of any Content-Type', async () => {
    providers.tvdb.inject({ kind: 'sample', file: 'tvdb/error_502.html', status: 502 });
    providers.spotifyApi.inject({
      kind: 'sample',
      file: 'spotify/error_429_plain.txt',
      status: 429,
      headers: { 'retry-after': '19056' },
    });

    const page = await getLogin();
    const text = await fetch(providers.spotifyApi.url);

    expect(page.status).toBe(502);
    expect(page.headers.get('content-type')).toBe('text/html');
    expect(await page.text()).toBe(sample('tvdb/error_502.html'));
    expect(text.status).toBe(429);
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.headers.get('retry-after')).toBe('19056');
    expect(await text.text()).toBe('Too many requests');
  });

  test('with an unknown recorded body fails when it is injected', () => {
    const inject = () =>
      providers.tvdb.inject({ kind: 'sample', file: 'tvdb/no_such.json', status: 500 });

    expect(inject).toThrow('no_such.json');
  });

  test('can leave a request without an answer', async () => {
    providers.tvdb.inject({ kind: 'hang' });

    const answer = getLogin(AbortSignal.timeout(100));

    await expect(answer).rejects.toThrow('timeout');
    expect(providers.tvdb.requests).toHaveLength(1);
  });

  test('can stop in the middle of a body', async () => {
    providers.tvdb.inject({ kind: 'hang_body' });

    const response = await getLogin(AbortSignal.timeout(200));

    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
    await expect(response.text()).rejects.toThrow('timeout');
  });

  test('can reset the connection', async () => {
    providers.tvdb.inject({ kind: 'reset' });

    const answer = getLogin();

    await expect(answer).rejects.toThrow('fetch failed');
  });
});

test('closing cuts off requests that are still waiting for an answer', async () => {
  const standIn = await startTvdb();
  standIn.inject({ kind: 'hang' });
  const answer = fetch(standIn.url).catch(() => 'cut off');
  while (standIn.requests.length === 0) await delay(1);

  await standIn.close();

  expect(await answer).toBe('cut off');
});

test('the environment has the four origins, on the loopback interface', () => {
  const { environment } = providers;

  expect(environment).toEqual({
    IMMERSION_TRACKER_TVDB_BASE_URL: providers.tvdb.url,
    IMMERSION_TRACKER_YOUTUBE_BASE_URL: providers.youtube.url,
    IMMERSION_TRACKER_SPOTIFY_API_BASE_URL: providers.spotifyApi.url,
    IMMERSION_TRACKER_SPOTIFY_ACCOUNTS_BASE_URL: providers.spotifyAccounts.url,
  });
  expect(providers.tvdb.url).toMatch(/^http:\/\/127\.0\.0\.1:[0-9]+$/);
});
