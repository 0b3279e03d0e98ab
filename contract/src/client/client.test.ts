import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RequestOf } from '../endpoint.ts';
import { endpoints } from '../endpoints.ts';
import { endlessBody } from '../testing/endless-body.ts';
import { ApiError, type ClientOptions, createClient } from './client.ts';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

let server: Server;
let baseUrl: string;
let answer: { status: number; body: string; type?: string; date?: string };
let received: Received[];

beforeEach(async () => {
  received = [];
  answer = { status: 200, body: '{"shows":[]}' };
  server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const { authorization, 'content-type': contentType } = headers;
    received.push({ method, url, authorization, contentType, body: await text(request) });
    const { status, body, type = 'application/json; charset=utf-8', date } = answer;
    response.sendDate = false;
    response.writeHead(status, { 'Content-Type': type, ...(date !== undefined && { Date: date }) });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const client = (options: Partial<ClientOptions> = {}) =>
  createClient({ baseUrl, user: 'alice', password: 'strong-password', ...options });

const shows = (options?: Partial<ClientOptions>) =>
  client(options).send(endpoints.getShows, undefined);

/** The `ApiError` that `work` rejects with. Throws if it resolves or rejects with anything else. */
async function apiErrorOf(work: Promise<unknown>): Promise<ApiError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('expected an ApiError');
}

describe('a request', () => {
  test('has its method, path, credentials and a JSON body', async () => {
    answer = { status: 200, body: '{"episodes_added":1}' };
    const body = { episodes: [{ folder_name: 'Läuft', file_name: '1 😀' }] };

    const result = await client().send(endpoints.syncEpisodes, body);

    expect(result).toEqual({ episodes_added: 1 });
    expect(received).toEqual([
      {
        method: 'POST',
        url: '/sync',
        // alice:strong-password
        authorization: 'Basic YWxpY2U6c3Ryb25nLXBhc3N3b3Jk',
        contentType: 'application/json',
        body: JSON.stringify(body),
      },
    ]);
  });

  test('is sent without a body if it is a GET', async () => {
    await shows();

    expect(received).toMatchObject([{ method: 'GET', url: '/shows', body: '' }]);
    expect(received[0]?.contentType).toBeUndefined();
  });

  test.each([
    ['', '/shows'],
    ['/', '/shows'],
    ['//', '/shows'],
    ['/prod', '/prod/shows'],
    ['/prod/', '/prod/shows'],
  ])('to a base URL that ends in %j goes to %s', async (suffix, url) => {
    await shows({ baseUrl: baseUrl + suffix });

    expect(received).toMatchObject([{ url }]);
  });

  test.each<[RequestOf<typeof endpoints.getWatched>, string]>([
    [{}, '/watched'],
    [{ limit: 7, kind: 'movie' }, '/watched?limit=7&kind=movie'],
    [{ limit: undefined, query: '' }, '/watched?query='],
    [{ query: 'a b' }, '/watched?query=a%20b'],
    [{ query: '1+1 & 2=2 #%?' }, '/watched?query=1%2B1%20%26%202%3D2%20%23%25%3F'],
    [{ query: 'Ö 推' }, '/watched?query=%C3%96%20%E6%8E%A8'],
  ])('that is a GET has its query %j in the URL', async (query, url) => {
    answer = { status: 200, body: '{"watched":[],"next":null}' };

    await client().send(endpoints.getWatched, query);

    expect(received).toMatchObject([{ method: 'GET', url, body: '' }]);
    const sent = Object.fromEntries(new URL(url, baseUrl).searchParams);
    expect(sent.query).toBe(query.query);
  });

  test('carries credentials in any script', async () => {
    await shows({ user: 'Иван', password: 'と:😀' });

    const [scheme, encoded = ''] = received[0]?.authorization?.split(' ') ?? [];
    expect(scheme).toBe('Basic');
    expect(Buffer.from(encoded, 'base64').toString()).toBe('Иван:と:😀');
  });

  test('can be aborted', async () => {
    const signal = AbortSignal.abort();

    const work = client().send(endpoints.getShows, undefined, { signal });

    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(received).toEqual([]);
  });
});

describe('a response', () => {
  test('of the documented shape is returned without unknown fields', async () => {
    const show = { folder_name: 'a', tvdb_id: null, tvdb_name: null, tvdb_image: null };
    answer = { status: 200, body: JSON.stringify({ shows: [{ ...show, x: 1 }], y: 2 }) };

    expect(await shows()).toEqual({ shows: [show] });
  });

  test.each([
    ['of another shape', '{"items":[]}', 'application/json'],
    ['that is a web page', '<!doctype html><p>hello', 'text/html'],
    ['that is empty', '', 'application/json'],
    ['that is null', 'null', 'application/json'],
  ])('%s is an error that says what to check', async (_, body, type) => {
    answer = { status: 200, body, type };

    const error = await apiErrorOf(shows());

    expect(error).toMatchObject({ status: 200, code: undefined, ids: [], requestId: undefined });
    expect(error.message).toContain(
      `${baseUrl} answered GET /shows with something this client does not understand`,
    );
    expect(error.message).not.toContain('strong-password');
  });
});

describe('a response that is too large', () => {
  const message = () =>
    `${baseUrl} answered GET /shows with more than a tracker sends. Check the address.`;

  test.each([200, 401, 500])('is not read to its end, with status %i', async (status) => {
    const { body, pulled } = endlessBody();
    const fetch = async () => new Response(body, { status });

    const error = await apiErrorOf(shows({ fetch }));

    expect(error).toMatchObject({ status, code: undefined, message: message() });
    expect(pulled().isCancelled).toBe(true);
    expect(pulled().bytes).toBeLessThan(17 * 1024 * 1024);
  });

  test('is refused for its millions of elements before each is described', async () => {
    answer = { status: 200, body: `{"shows":[${'0,'.repeat(100_000)}0]}` };

    expect((await apiErrorOf(shows())).message).toBe(message());
  });

  test('does not include 10,000 shows with long names', async () => {
    const name = 'ü'.repeat(200);
    const show = { folder_name: name, tvdb_id: 1, tvdb_name: name, tvdb_image: name };
    answer = { status: 200, body: JSON.stringify({ shows: Array(10_000).fill(show) }) };

    expect((await shows()).shows).toHaveLength(10_000);
  });

  test.each([
    ['nested lists', '['.repeat(1_000_000)],
    ['objects', `{"shows":{"a":[${'{},'.repeat(1_000_000)}{}]}}`],
  ])('is refused if it has too many %s', async (_, body) => {
    answer = { status: 200, body };

    expect((await apiErrorOf(shows())).message).toBe(message());
  });
});

describe('the Date header', () => {
  const date = 'Fri, 27 Nov 2026 10:15:00 GMT';

  test.each([
    ['a success', { status: 200, body: '{"shows":[]}' }],
    ['an error', { status: 500, body: '{}' }],
  ])('of %s is passed to onDate', async (_, given) => {
    const dates: number[] = [];
    answer = { ...given, date };

    await Promise.allSettled([shows({ onDate: (epochMs) => dates.push(epochMs) })]);

    expect(dates).toEqual([Date.UTC(2026, 10, 27, 10, 15)]);
  });

  test.each([undefined, '', 'yesterday'])('is ignored if it is %j', async (given) => {
    const dates: number[] = [];
    answer = { status: 200, body: '{"shows":[]}', ...(given !== undefined && { date: given }) };

    await shows({ onDate: (epochMs) => dates.push(epochMs) });

    expect(dates).toEqual([]);
  });
});

describe('an error', () => {
  test('from the API has its message, code and ids', async () => {
    const body = { message: 'YouTube does not know 2', code: 'unknown_ids', ids: ['a', 'b'] };
    answer = { status: 422, body: JSON.stringify(body) };

    const error = await apiErrorOf(client().send(endpoints.syncYoutube, { video_ids: ['a', 'b'] }));

    expect(error).toMatchObject({
      ...{ name: 'ApiError', message: 'YouTube does not know 2', status: 422 },
      ...{ code: 'unknown_ids', ids: ['a', 'b'], requestId: undefined },
    });
  });

  test('caused by a bug in the API has a request id', async () => {
    const body = { message: 'Something went wrong', code: 'internal_error', request_id: 'r-1' };
    answer = { status: 500, body: JSON.stringify(body) };

    const error = await apiErrorOf(shows());

    expect(error).toMatchObject({ status: 500, code: 'internal_error', requestId: 'r-1', ids: [] });
  });

  test.each([
    [{ provider_blocked: true }, true],
    [{}, false],
  ])('from a provider with %j says whether the provider is blocked', async (more, blocked) => {
    const body = { message: 'YouTube refuses the key.', code: 'provider_error', ...more };
    answer = { status: 502, body: JSON.stringify(body) };

    const error = await apiErrorOf(client().send(endpoints.syncYoutube, { video_ids: ['a'] }));

    expect(error).toMatchObject({ code: 'provider_error', providerBlocked: blocked });
  });

  test.each([
    [201, '{"shows":[]}'],
    [202, '{"shows":[]}'],
    [203, '{"shows":[]}'],
    [204, ''],
    [206, '{"shows":[]}'],
  ])('is thrown for the success status %i', async (status, body) => {
    answer = { status, body };

    const error = await apiErrorOf(shows());

    expect(error).toMatchObject({ status, code: undefined });
    expect(error.message).toContain(
      `${baseUrl} answered GET /shows with something this client does not understand`,
    );
  });

  test.each([
    ['a gateway', 429, '{"message":"Too Many Requests"}', 'Too Many Requests'],
    [
      'a gateway with a null message',
      504,
      '{"message":null}',
      'The tracker answered with status 504',
    ],
    ['a newer API', 409, '{"message":"Too new","code":"newer"}', 'Too new'],
    ['a proxy', 502, '<html>Bad Gateway</html>', 'The tracker answered with status 502'],
    ['a server with an empty body', 503, '', 'The tracker answered with status 503'],
    ['a server with other JSON', 404, '["no"]', 'The tracker answered with status 404'],
  ])('from %s has a message but not a code', async (_, status, body, message) => {
    answer = { status, body };

    const error = await apiErrorOf(shows());

    expect(error).toMatchObject({ status, message, code: undefined, ids: [] });
  });

  test('is the one that fetch throws if the connection fails', async () => {
    server.close();
    server.closeAllConnections();

    await expect(shows()).rejects.toThrow(TypeError);
  });
});
