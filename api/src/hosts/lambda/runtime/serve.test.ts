import { endpoints, errorBody } from '@immersion-tracker/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Call } from '../../../http/route.ts';
import { type RecordingLog, recordingLog } from '../../../kernel/testing/fakes.ts';
import { readServiceConfig } from '../../config.ts';
import { serve } from './serve.ts';

const config = readServiceConfig({});
let recording: RecordingLog;
let calls: Call<typeof endpoints.syncYoutube>[];
beforeEach(() => {
  recording = recordingLog();
  calls = [];
});

/** The relevant parts of an API Gateway event, with a test's changes. */
function event(change: object = {}) {
  return {
    resource: '/syncyoutube',
    path: '/syncyoutube',
    httpMethod: 'POST',
    headers: { authorization: 'Basic ZmFrZTpmYWtl' },
    queryStringParameters: { token: 'secret-in-query' },
    body: '{"video_ids":["ü"]}',
    isBase64Encoded: false,
    requestContext: {
      requestId: 'request-1',
      authorizer: { principalId: encodeURIComponent('やまだ さん') },
    },
    ...change,
  };
}

/** The function's response to an event, with `work` as its operation. */
function answerTo(
  sent: unknown,
  work: () => Promise<{ videos_added: number }> = async () => ({ videos_added: 1 }),
) {
  const service = { config, clock: () => 0, log: recording.log };
  return serve(service, endpoints.syncYoutube, (call) => {
    calls.push(call);
    return work();
  })(sent);
}

test('the operation gets user, body and a deadline, and the response has all headers', async () => {
  const answer = await answerTo(event());

  expect(answer).toStrictEqual({
    statusCode: 200,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Access-Control-Allow-Origin': 'https://immersion-tracker.jordansimsmith.com',
      'Access-Control-Allow-Methods': 'GET,POST,PUT,OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization,Content-Type',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Strict-Transport-Security': 'max-age=31536000',
    },
    body: '{"videos_added":1}',
  });
  expect(calls).toMatchObject([{ user: 'やまだ さん', request: { video_ids: ['ü'] } }]);
  const left = calls[0]?.deadline.remainingMs() ?? 0;
  expect(left).toBeGreaterThan(20_000);
  expect(left).toBeLessThanOrEqual(25_000);
});

test('a base64 body is decoded', async () => {
  const body = Buffer.from('{"video_ids":["ü"]}').toString('base64');

  await answerTo(event({ body, isBase64Encoded: true }));

  expect(calls).toMatchObject([{ request: { video_ids: ['ü'] } }]);
});

describe('an error', () => {
  test('of the caller has the same response as on every host', async () => {
    const answer = await answerTo(event({ body: null }));

    expect(answer.statusCode).toBe(400);
    expect(errorBody.parse(JSON.parse(answer.body))).toStrictEqual({
      code: 'invalid_request',
      message: 'body: must be JSON, but is empty',
    });
  });

  test('of the tracker has the request id that the gateway gave the caller', async () => {
    const answer = await answerTo(event(), () => Promise.reject(new Error('a bug')));

    expect(answer.statusCode).toBe(500);
    expect(JSON.parse(answer.body)).toMatchObject({ request_id: 'request-1' });
    expect(recording.entries).toMatchObject([
      { level: 'error', fields: { request_id: 'request-1' } },
      { level: 'info', fields: { request_id: 'request-1', status: 500 } },
    ]);
  });
});

test('the log has the request and its outcome, but not credentials, body or query', async () => {
  await answerTo(event());

  expect(recording.entries).toStrictEqual([
    {
      level: 'info',
      message: 'request',
      fields: {
        request_id: 'request-1',
        method: 'POST',
        path: '/syncyoutube',
        status: 200,
        milliseconds: expect.any(Number),
      },
    },
  ]);
});

test('an event without a user is refused before the operation runs', async () => {
  const anonymous = event({ requestContext: { requestId: 'request-1', authorizer: {} } });

  await expect(answerTo(anonymous)).rejects.toThrow('principalId');
  expect(calls).toStrictEqual([]);
});
