import { endpoints, errorBody } from '@immersion-tracker/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { PublicError } from '../kernel/errors.ts';
import { allOf, type RecordingLog, recordingLog, wholeDeadline } from '../kernel/testing/fakes.ts';
import { bindRoute, type HostAnswer } from './route.ts';

const common = {
  'Access-Control-Allow-Origin': 'https://tracker.example',
  'Access-Control-Allow-Methods': 'GET,POST,PUT,OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization,Content-Type',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};
const json = { 'Content-Type': 'application/json; charset=utf-8' };
let recording: RecordingLog;

beforeEach(() => {
  recording = recordingLog();
});

/** The response if the operation fails with `error`. */
function answerTo(error: unknown, body = '{"video_ids":["a"]}'): Promise<HostAnswer> {
  const options = { corsOrigin: 'https://tracker.example', log: recording.log };
  const route = bindRoute(endpoints.syncYoutube, () => Promise.reject(error), options);
  return route({ user: 'mia', query: {}, body, deadline: wholeDeadline(), requestId: 'request-1' });
}

describe('a public error', () => {
  test('has status, code, message and ids', async () => {
    const error = new PublicError('unknown_ids', 'YouTube does not know a.', { ids: ['a', 7] });

    const answer = await answerTo(error);

    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body)).toEqual({
      code: 'unknown_ids',
      message: 'YouTube does not know a.',
      ids: ['a', 7],
    });
    expect(recording.entries).toEqual([]);
  });

  test.each([
    ['invalid_request', 400],
    ['show_not_found', 404],
    ['not_found', 404],
    ['conflict', 409],
    ['too_large', 413],
  ] as const)('(%s) is a %i with the common headers, which is not logged', async (code, status) => {
    const answer = await answerTo(new PublicError(code, 'Because.'));

    expect(answer.status).toBe(status);
    expect(answer.headers).toEqual({ ...json, ...common });
    expect(errorBody.parse(JSON.parse(answer.body))).toEqual({ code, message: 'Because.' });
    expect(recording.entries).toEqual([]);
  });

  test.each([
    ['provider_error', 502],
    ['provider_not_configured', 503],
    ['store_unavailable', 503],
  ] as const)('(%s) is a %i, whose cause is only in the log', async (code, status) => {
    const cause = new Error('socket hang up');

    const answer = await answerTo(new PublicError(code, 'Because.', { cause }));

    expect(answer.status).toBe(status);
    expect(answer.headers).toEqual({ ...json, ...common });
    expect(errorBody.parse(JSON.parse(answer.body))).toEqual({ code, message: 'Because.' });
    expect(recording.entries).toEqual([
      { level: 'error', message: 'Because.', fields: { request_id: 'request-1', code, cause } },
    ]);
  });

  test.each([
    [{}, '1'],
    [{ retryAfterSeconds: 30 }, '30'],
  ])(
    '(overloaded) is a 503 that says when to try again, which is not logged',
    async (options, after) => {
      const answer = await answerTo(new PublicError('overloaded', 'Because.', options));

      expect(answer.status).toBe(503);
      expect(answer.headers).toEqual({ ...json, ...common, 'Retry-After': after });
      expect(JSON.parse(answer.body)).toEqual({ code: 'overloaded', message: 'Because.' });
      expect(recording.entries).toEqual([]);
    },
  );

  test('(unauthorized) is a 401 that asks for Basic credentials', async () => {
    const answer = await answerTo(new PublicError('unauthorized', 'Unauthorized'));

    expect(answer.status).toBe(401);
    expect(answer.headers).toEqual({ ...json, ...common, 'WWW-Authenticate': 'Basic' });
    expect(JSON.parse(answer.body)).toEqual({ code: 'unauthorized', message: 'Unauthorized' });
  });
});

describe('any other error', () => {
  test.each([
    ['an Error', new TypeError('cannot read pk of mia')],
    ['a string', 'cannot read pk of mia'],
  ])('(%s) is a bland 500 with the request id, and is logged in full', async (_, error) => {
    const answer = await answerTo(error);

    expect(answer.status).toBe(500);
    expect(answer.headers).toEqual({ ...json, ...common });
    expect(errorBody.parse(JSON.parse(answer.body))).toEqual({
      code: 'internal_error',
      message:
        'Something went wrong in the tracker. Its log has the details under request id request-1.',
      request_id: 'request-1',
    });
    expect(answer.body).not.toContain('mia');
    expect(recording.entries).toHaveLength(1);
    expect(recording.entries[0]).toMatchObject({
      level: 'error',
      fields: { request_id: 'request-1' },
    });
    expect(allOf(recording.entries)).toContain('cannot read pk of mia');
  });
});

test('the response to a refused body has the CORS headers too', async () => {
  const answer = await answerTo(new Error('called'), 'no JSON');

  expect(answer.status).toBe(400);
  expect(answer.headers).toEqual({ ...json, ...common });
});
