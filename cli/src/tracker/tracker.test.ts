import { ApiError, endpoints } from '@immersion-tracker/contract';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure, Stopped } from '../errors/failure.ts';
import { createTracker } from './tracker.ts';

const account = { address: 'http://tracker.example', user: 'alice', password: 'fake-password' };
const none = { shows: [] };

type Step = Response | Error;

/** A tracker that gets these responses in turn, and the number of its requests. */
function trackerWith(steps: readonly Step[], signal = new AbortController().signal) {
  const left = [...steps];
  let requests = 0;
  const fetch = async (): Promise<Response> => {
    requests += 1;
    const step = left.shift();
    if (step === undefined) throw new Error('unexpected request');
    if (step instanceof Error) throw step;
    return step;
  };
  const tracker = createTracker(account, fetch, signal);
  return {
    shows: () => tracker.send(endpoints.getShows, undefined),
    lookUp: () => tracker.send(endpoints.lookup, { ids: [] }),
    requests: () => requests,
  };
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const html = (status: number) => new Response('<html>', { status });

/** An error like those that `fetch` throws. */
const failed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets all waits between attempts pass. */
async function settled<T>(work: Promise<T>): Promise<T | unknown> {
  const outcome = work.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

describe('the client retries', () => {
  test.each([
    ['a connection that was reset', failed('ECONNRESET')],
    ['a socket that was closed', failed('UND_ERR_SOCKET')],
    ['a bad gateway', html(502)],
    ['a gateway that timed out', json(504, { message: 'Endpoint request timed out' })],
    ['too many requests', json(429, { message: 'Too Many Requests' })],
    ['a busy database', json(503, { message: 'busy', code: 'store_unavailable' })],
    ['a tracker that is stopping', json(503, { message: 'stopping', code: 'overloaded' })],
  ])('after %s', async (_, trouble) => {
    const { shows, requests } = trackerWith([trouble, json(200, none)]);

    const answer = await settled(shows());

    expect(answer).toEqual(none);
    expect(requests()).toBe(2);
  });

  test('three times, and then reports the error', async () => {
    const { shows, requests } = trackerWith([html(502), html(502), html(502), html(502)]);

    const error = await settled(shows());

    expect(error).toBeInstanceOf(ApiError);
    expect(requests()).toBe(4);
  });
});

describe('the client reports at once that', () => {
  test.each([
    ['nothing listens', failed('ECONNREFUSED'), /^Nothing answers at http:\/\/tracker\.example/],
    ['the host does not exist', failed('ENOTFOUND'), /could not be found/],
    ['nobody signed the certificate', failed('DEPTH_ZERO_SELF_SIGNED_CERT'), /NODE_EXTRA_CA_CERTS/],
    ['the connection failed in another way', failed('EHOSTUNREACH'), /EHOSTUNREACH/],
    [
      'nothing was answered in time',
      new DOMException('timed out', 'TimeoutError'),
      /does not answer/,
    ],
    ['another server answers', html(404), /There is no tracker at .*immersion login/],
    [
      'the address has a path too many',
      json(404, { message: 'There is no GET /x/shows.', code: 'not_found' }),
      /There is no tracker at/,
    ],
    [
      'the password is wrong',
      json(401, { message: 'no', code: 'unauthorized' }),
      /immersion login/,
    ],
    [
      'the tracker has a bug',
      json(500, { message: 'Oh', code: 'internal_error', request_id: 'r-1' }),
      /Oh .*look for r-1 in its log/,
    ],
  ])('%s', async (_, trouble, words) => {
    const { shows, requests } = trackerWith([trouble]);

    const error = await settled(shows());

    expect(error).toBeInstanceOf(Failure);
    expect(error).toHaveProperty('message', expect.stringMatching(words));
    expect(error).not.toHaveProperty('message', expect.stringContaining('fake-password'));
    expect(requests()).toBe(1);
  });

  test('a password is refused for a change, perhaps because it is a read-only token', async () => {
    const { lookUp } = trackerWith([json(401, { message: 'no', code: 'unauthorized' })]);

    const error = await settled(lookUp());

    expect(error).toHaveProperty('message', expect.stringMatching(/token.*immersion login$/));
  });

  test('the address redirects to another one, which never gets the password', async () => {
    const moved = new Response('', {
      status: 301,
      headers: { Location: 'https://b.example/shows' },
    });
    const { shows, requests } = trackerWith([moved]);

    const error = await settled(shows());

    expect(error).toBeInstanceOf(Failure);
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining('redirects to https://b.example.'),
    );
    expect(requests()).toBe(1);
  });

  test('a server failed, whose words cannot control the terminal', async () => {
    const body = { message: 'Oh \u001b[31m', code: 'internal_error', request_id: '\u0007' };
    const { shows } = trackerWith([json(500, body)]);

    const error = await settled(shows());

    expect(error).toHaveProperty('message', expect.stringContaining('Oh ␛[31m'));
    expect(error).not.toHaveProperty('message', expect.stringContaining('\u0007'));
  });

  test('the tracker refused the request', async () => {
    const refusal = { message: 'unknown', code: 'unknown_ids', ids: [1] };
    const { shows, requests } = trackerWith([json(422, refusal)]);

    const error = await settled(shows());

    expect(error).toMatchObject({ status: 422, code: 'unknown_ids', ids: [1] });
    expect(requests()).toBe(1);
  });
});

test('a stop ends the wait before a retry', async () => {
  const stop = new AbortController();
  const { shows, requests } = trackerWith([html(502)], stop.signal);
  const outcome = shows().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10);

  stop.abort(new Stopped());

  expect(await outcome).toBeInstanceOf(Stopped);
  expect(requests()).toBe(1);
});
