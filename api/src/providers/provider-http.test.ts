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
  ])('arrives with a body as %s, also when it is sent anew', async (_, body, type, text) => {
    on.youtube.inject({ kind: 'answer', status: 500 });

    await on.http.send({ method: 'POST', path: '/x', body, deadline: wholeDeadline() });

    const sent = { method: 'POST', headers: { 'content-type': type }, body: text };
    expect(on.youtube.requests).toMatchObject([sent, sent]);
  });
});

describe('an answer', () => {
  test('of 200 comes with its JSON', async () => {
    const answer = await on.ask();

    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ items: [{ id: 'aB3dE5fG7hI' }] });
    expect(on.entries).toEqual([]);
  });

  test.each([400, 401, 403, 404, 408, 413])('of %i is the caller’s to judge', async (status) => {
    on.youtube.inject({ kind: 'answer', status, body: '{"error":{}}' });

    const answer = await on.ask();

    expect(answer).toEqual({ status, json: { error: {} }, text: '{"error":{}}' });
    expect(on.youtube.requests).toHaveLength(1);
  });

  test('without a body has no JSON', async () => {
    on.youtube.inject({ kind: 'answer', status: 304 });

    const answer = await on.ask();

    expect(answer).toEqual({ status: 304, json: undefined, text: '' });
  });

  test('that refuses in plain text has no JSON', async () => {
    on.youtube.inject({ kind: 'sample', file: 'spotify/error_403_premium.txt', status: 403 });

    const answer = await on.ask();

    const text = sample('spotify/error_403_premium.txt');
    expect(answer).toEqual({ status: 403, json: undefined, text });
  });
});

describe('a failing provider', () => {
  test('that recovers after two failures has answered', async () => {
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
    'is asked four times before its %i is an error',
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

  test('is asked only once when it says that it never will (501)', async () => {
    on.youtube.inject({ kind: 'answer', status: 501 });

    const failure = await failureOf(on.ask());

    expect(failure.message).toBe('YouTube failed with status 501; try again later.');
    expect(on.youtube.requests).toHaveLength(1);
  });
});

describe('a success that is not JSON', () => {
  test('is asked for anew', async () => {
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
  ])('is an error when it stays %s', async (_, status, body) => {
    on.youtube.inject({ kind: 'answer', status, body }, { times: Number.POSITIVE_INFINITY });

    const failure = await failureOf(on.ask());

    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: 'YouTube sent something that is not JSON; try again later.',
    });
    expect(on.youtube.requests).toHaveLength(4);
  });
});

test('a redirect is not followed, so that no key or token reaches another host', async () => {
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

describe('an answer of another shape', () => {
  const schema = z.object({ items: z.array(z.object({ id: z.string() })) });

  test.each([
    ['a list', { items: [{ id: 'a' }, { id: 1 }] }, 'items[1].id'],
    ['an object', {}, 'items'],
    ['the whole', undefined, 'body'],
  ])('is an error that says where in %s', async (_, json, where) => {
    const failure = await failureOf((async () => parseAnswer('YouTube', 'videos', schema, json))());

    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: `YouTube sent videos that is not as documented: ${where}.`,
    });
  });

  test('with more fields than documented is fine', () => {
    const parsed = parseAnswer('YouTube', 'videos', schema, { items: [{ id: 'a', x: 1 }], y: 2 });

    expect(parsed).toEqual({ items: [{ id: 'a' }] });
  });
});
