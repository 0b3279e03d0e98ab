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

/** An event as API Gateway makes it, as far as it matters, with what a test changes. */
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

/** What the function answers to an event, when its operation does this. */
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

test('an event reaches the operation with user, body and a deadline, and is answered with CORS', async () => {
  const answer = await answerTo(event());

  expect(answer).toStrictEqual({
    statusCode: 200,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Access-Control-Allow-Origin': 'https://immersion-tracker.jordansimsmith.com',
      'Access-Control-Allow-Methods': 'GET,POST,PUT,OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization,Content-Type',
    },
    body: '{"videos_added":1}',
  });
  expect(calls).toMatchObject([{ user: 'やまだ さん', body: { video_ids: ['ü'] } }]);
  const left = calls[0]?.deadline.remainingMs() ?? 0;
  expect(left).toBeGreaterThan(20_000);
  expect(left).toBeLessThanOrEqual(25_000);
});

test('a body in base64 is the same body', async () => {
  const body = Buffer.from('{"video_ids":["ü"]}').toString('base64');

  await answerTo(event({ body, isBase64Encoded: true }));

  expect(calls).toMatchObject([{ body: { video_ids: ['ü'] } }]);
});

describe('an error', () => {
  test('of the caller is told as on every host', async () => {
    const answer = await answerTo(event({ body: null }));

    expect(answer.statusCode).toBe(400);
    expect(errorBody.parse(JSON.parse(answer.body))).toStrictEqual({
      code: 'invalid_request',
      message: 'body: must be JSON, but is empty',
    });
  });

  test('of ours carries the request id that the gateway gave the caller', async () => {
    const answer = await answerTo(event(), () => Promise.reject(new Error('a bug')));

    expect(answer.statusCode).toBe(500);
    expect(JSON.parse(answer.body)).toMatchObject({ request_id: 'request-1' });
    expect(recording.entries).toMatchObject([
      { level: 'error', fields: { request_id: 'request-1' } },
      { level: 'info', fields: { request_id: 'request-1', status: 500 } },
    ]);
  });
});

test('the log says what was asked and how it went, without credentials, body and query', async () => {
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

test('an event without a user is refused before anything is done', async () => {
  const anonymous = event({ requestContext: { requestId: 'request-1', authorizer: {} } });

  await expect(answerTo(anonymous)).rejects.toThrow('principalId');
  expect(calls).toStrictEqual([]);
});
