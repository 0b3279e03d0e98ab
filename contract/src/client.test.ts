import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiError, type ClientOptions, createClient } from './client.ts';
import { endpoints } from './endpoints.ts';

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

/** The error that the work ends with. Throws if it succeeds or fails otherwise. */
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
  test('is sent with method, path, credentials and a body of JSON', async () => {
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

  test('of a GET has no body', async () => {
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
  ])('to a base address that ends in %j goes to %s', async (suffix, url) => {
    await shows({ baseUrl: baseUrl + suffix });

    expect(received).toMatchObject([{ url }]);
  });

  test('carries credentials of any letters', async () => {
    await shows({ user: 'Иван', password: 'と:😀' });

    const [scheme, encoded = ''] = received[0]?.authorization?.split(' ') ?? [];
    expect(scheme).toBe('Basic');
    expect(Buffer.from(encoded, 'base64').toString()).toBe('Иван:と:😀');
  });

  test('may be given up', async () => {
    const signal = AbortSignal.abort();

    const work = client().send(endpoints.getShows, undefined, { signal });

    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(received).toEqual([]);
  });
});

describe('an answer', () => {
  test('of the documented shape is given without fields that are not known', async () => {
    const show = { folder_name: 'a', tvdb_id: null, tvdb_name: null, tvdb_image: null };
    answer = { status: 200, body: JSON.stringify({ shows: [{ ...show, x: 1 }], y: 2 }) };

    expect(await shows()).toEqual({ shows: [show] });
  });

  test.each([
    ['of another shape', '{"items":[]}', 'application/json'],
    ['of a web page', '<!doctype html><p>hello', 'text/html'],
    ['of nothing', '', 'application/json'],
    ['of null', 'null', 'application/json'],
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

describe('the time of an answer', () => {
  const date = 'Fri, 27 Nov 2026 10:15:00 GMT';

  test.each([
    ['an acknowledgement', { status: 200, body: '{"shows":[]}' }],
    ['an error', { status: 500, body: '{}' }],
  ])('is handed over, of %s too', async (_, given) => {
    const dates: number[] = [];
    answer = { ...given, date };

    await Promise.allSettled([shows({ onDate: (epochMs) => dates.push(epochMs) })]);

    expect(dates).toEqual([Date.UTC(2026, 10, 27, 10, 15)]);
  });

  test.each([undefined, '', 'yesterday'])('is not handed over if it is %j', async (given) => {
    const dates: number[] = [];
    answer = { status: 200, body: '{"shows":[]}', ...(given !== undefined && { date: given }) };

    await shows({ onDate: (epochMs) => dates.push(epochMs) });

    expect(dates).toEqual([]);
  });
});

describe('an error', () => {
  test('of the API has message, code and the ids at fault', async () => {
    const body = { message: 'YouTube does not know 2', code: 'unknown_ids', ids: ['a', 'b'] };
    answer = { status: 422, body: JSON.stringify(body) };

    const error = await apiErrorOf(client().send(endpoints.syncYoutube, { video_ids: ['a', 'b'] }));

    expect(error).toMatchObject({
      ...{ name: 'ApiError', message: 'YouTube does not know 2', status: 422 },
      ...{ code: 'unknown_ids', ids: ['a', 'b'], requestId: undefined },
    });
  });

  test('of the API’s own making has the request id', async () => {
    const body = { message: 'Something went wrong', code: 'internal_error', request_id: 'r-1' };
    answer = { status: 500, body: JSON.stringify(body) };

    const error = await apiErrorOf(shows());

    expect(error).toMatchObject({ status: 500, code: 'internal_error', requestId: 'r-1', ids: [] });
  });

  test.each([
    [{ provider_blocked: true }, true],
    [{}, false],
  ])(
    'of a provider with %j tells whether the provider refuses everything',
    async (more, blocked) => {
      const body = { message: 'YouTube refuses the key.', code: 'provider_error', ...more };
      answer = { status: 502, body: JSON.stringify(body) };

      const error = await apiErrorOf(client().send(endpoints.syncYoutube, { video_ids: ['a'] }));

      expect(error).toMatchObject({ code: 'provider_error', providerBlocked: blocked });
    },
  );

  test.each([
    [201, '{"shows":[]}'],
    [202, '{"shows":[]}'],
    [203, '{"shows":[]}'],
    [204, ''],
    [206, '{"shows":[]}'],
  ])('is every other status of success, such as %i', async (status, body) => {
    answer = { status, body };

    const error = await apiErrorOf(shows());

    expect(error).toMatchObject({ status, code: undefined });
    expect(error.message).toContain(
      `${baseUrl} answered GET /shows with something this client does not understand`,
    );
  });

  test.each([
    ['a gateway', 429, '{"message":"Too Many Requests"}', 'Too Many Requests'],
    ['a gateway that says null', 504, '{"message":null}', 'the API answered 504'],
    ['a newer API', 409, '{"message":"Too new","code":"newer"}', 'Too new'],
    ['a proxy', 502, '<html>Bad Gateway</html>', 'the API answered 502'],
    ['a server without words', 503, '', 'the API answered 503'],
    ['a server that says something else', 404, '["no"]', 'the API answered 404'],
  ])('of %s has a message and no code', async (_, status, body, message) => {
    answer = { status, body };

    const error = await apiErrorOf(shows());

    expect(error).toMatchObject({ status, message, code: undefined, ids: [] });
  });

  test('of the connection passes through as fetch throws it', async () => {
    server.close();
    server.closeAllConnections();

    await expect(shows()).rejects.toThrow(TypeError);
  });
});
