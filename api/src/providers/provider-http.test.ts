import { sample, startYoutube } from '@immersion-tracker/stand-ins';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { parseAnswer } from './provider-error.ts';
import { type ProviderHttpTest, startProviderHttp } from './testing/start-provider-http.ts';

let on: ProviderHttpTest;

beforeEach(async () => {
  on = await startProviderHttp();
});

describe('a request', () => {
  test('arrives with its path, query and headers', async () => {
    await on.http.send({
      path: '/youtube/v3/videos',
      query: { part: 'id', id: 'a,b c&d' },
      headers: { Authorization: 'Bearer 123' },
      deadline: wholeDeadline(),
    });

    const [request] = on.youtube.requests;
    expect(on.youtube.requests).toHaveLength(1);
    expect(request).toMatchObject({ method: 'GET', path: '/youtube/v3/videos', body: '' });
    expect([...(request?.query ?? [])]).toEqual([
      ['part', 'id'],
      ['id', 'a,b c&d'],
    ]);
    expect(request?.headers.authorization).toBe('Bearer 123');
  });

  test.each([
    ['JSON', { a: 'é&=' }, 'application/json', '{"a":"é&="}'],
    [
      'a form',
      new URLSearchParams({ a: 'é&=' }),
      'application/x-www-form-urlencoded;charset=UTF-8',
      'a=%C3%A9%26%3D',
    ],
  ])('arrives with a body as %s, even if it is retried', async (_, body, type, text) => {
    on.youtube.inject({ kind: 'answer', status: 500 });

    await on.http.send({ method: 'POST', path: '/x', body, deadline: wholeDeadline() });

    const sent = { method: 'POST', headers: { 'content-type': type }, body: text };
    expect(on.youtube.requests).toMatchObject([sent, sent]);
  });
});

describe('a response', () => {
  test('with status 200 is returned with its JSON', async () => {
    const answer = await on.ask();

    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ items: [{ id: 'aB3dE5fG7hI' }] });
    expect(on.entries).toEqual([]);
  });

  test.each([400, 401, 403, 404, 408, 413])(
    'with status %i is returned to the caller',
    async (status) => {
      on.youtube.inject({ kind: 'answer', status, body: '{"error":{}}' });

      const answer = await on.ask();

      expect(answer).toEqual({ status, json: { error: {} }, text: '{"error":{}}' });
      expect(on.youtube.requests).toHaveLength(1);
    },
  );

  test('without a body is returned without JSON', async () => {
    on.youtube.inject({ kind: 'answer', status: 304 });

    const answer = await on.ask();

    expect(answer).toEqual({ status: 304, json: undefined, text: '' });
  });

  test('that refuses in plain text is returned without JSON', async () => {
    on.youtube.inject({ kind: 'sample', file: 'spotify/error_403_premium.txt', status: 403 });

    const answer = await on.ask();

    const text = sample('spotify/error_403_premium.txt');
    expect(answer).toEqual({ status: 403, json: undefined, text });
  });
});

describe('a failing provider', () => {
  test('is retried until it recovers', async () => {
    on.youtube.inject({ kind: 'answer', status: 500 }, { times: 2 });

    const answer = await on.ask();

    expect(answer.status).toBe(200);
    expect(on.youtube.requests).toHaveLength(3);
    expect(on.entries).toEqual(
      [1, 2].map((retry) => ({
        level: 'warn',
        message: 'provider call retried',
        fields: {
          ...{ provider: 'YouTube', method: 'GET', path: '/youtube/v3/videos' },
          ...{ retry, reason: 'failed with status 500' },
        },
      })),
    );
  });

  test.each([500, 502, 503, 504])(
    'is called four times before its %i is an error',
    async (status) => {
      const file = 'tvdb/error_502.html';
      on.youtube.inject({ kind: 'sample', file, status }, { times: Number.POSITIVE_INFINITY });

      const failure = await failureOf(on.ask());

      expect(failure.status).toBe(502);
      expect(failure.body()).toEqual({
        code: 'provider_error',
        message: `YouTube failed with status ${status}; try again later.`,
      });
      expect(on.youtube.requests).toHaveLength(4);
      expect(on.entries.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn', 'error']);
    },
  );

  test('is called only once if it says Not Implemented (501)', async () => {
    on.youtube.inject({ kind: 'answer', status: 501 });

    const failure = await failureOf(on.ask());

    expect(failure.message).toBe('YouTube failed with status 501; try again later.');
    expect(on.youtube.requests).toHaveLength(1);
  });
});

describe('a success that is not JSON', () => {
  test('is retried', async () => {
    on.youtube.inject({ kind: 'sample', file: 'tvdb/error_502.html', status: 200 });

    const answer = await on.ask();

    expect(answer.json).toMatchObject({ items: [{ id: 'aB3dE5fG7hI' }] });
    expect(on.youtube.requests).toHaveLength(2);
  });

  test.each([
    ['HTML', 200, sample('tvdb/error_502.html')],
    ['half a document', 200, '{"items": ['],
    ['nothing', 200, ''],
    ['no content', 204, ''],
  ])('is an error if every attempt returns %s', async (_, status, body) => {
    on.youtube.inject({ kind: 'answer', status, body }, { times: Number.POSITIVE_INFINITY });

    const failure = await failureOf(on.ask());

    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: 'YouTube sent a response that is not JSON; try again later.',
    });
    expect(on.youtube.requests).toHaveLength(4);
  });
});

test('a redirect is not followed, so that keys and tokens never reach another host', async () => {
  const other = await startYoutube();
  on.youtube.inject({ kind: 'answer', status: 307, headers: { location: `${other.url}/x` } });

  const answer = await on.http.send({
    method: 'POST',
    path: '/youtube/v3/videos',
    headers: { Authorization: 'Bearer 123' },
    body: { key: 'private' },
    deadline: wholeDeadline(),
  });

  const { requests } = other;
  await other.close();
  expect(answer.status).toBe(307);
  expect(requests).toEqual([]);
  expect(on.youtube.requests).toHaveLength(1);
});

describe('a response of another shape', () => {
  const schema = z.object({ items: z.array(z.object({ id: z.string() })) });

  test.each([
    ['a list', { items: [{ id: 'a' }, { id: 1 }] }, 'items[1].id'],
    ['an object', {}, 'items'],
    ['the body', undefined, 'body'],
  ])('is an error that names the path in %s', async (_, json, where) => {
    const failure = await failureOf((async () => parseAnswer('YouTube', 'videos', schema, json))());

    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: `YouTube sent videos in an undocumented format: ${where}.`,
    });
  });

  test('can have undocumented fields', () => {
    const parsed = parseAnswer('YouTube', 'videos', schema, { items: [{ id: 'a', x: 1 }], y: 2 });

    expect(parsed).toEqual({ items: [{ id: 'a' }] });
  });
});
