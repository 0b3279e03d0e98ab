import { ApiError } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { Trouble, troubleOf } from './trouble.ts';

describe.each([
  ['online', true],
  ['offline', false],
])('a person who is %s', (_, online) => {
  test('reads the tracker’s own message if the login is wrong', () => {
    const message = 'Wrong user or password.';

    const trouble = troubleOf(new ApiError(401, { code: 'unauthorized', message }), online);

    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble).toMatchObject({ kind: 'unauthorized', message });
  });

  test.each([
    [404, 'not_found'],
    [500, 'internal_error'],
    [503, 'store_unavailable'],
  ] as const)('reads the tracker’s own message if it answers %i', (status, code) => {
    const error = new ApiError(status, { code, message: 'The database is busy.' });

    const trouble = troubleOf(error, online);

    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble).toMatchObject({ kind: 'failed', message: 'The database is busy.', status });
    expect(trouble.detail).toBeUndefined();
  });

  test.each([
    [
      200,
      'Something other than the tracker answered, or the tracker has a different version than this page. Reload this page.',
    ],
    [403, 'The tracker answered with an error (403).'],
    [429, 'The tracker is busy. Try again in a moment.'],
    [502, 'The tracker answered with an error (502).'],
  ])('reads a sentence first if a proxy answers %i', (status, message) => {
    const trouble = troubleOf(new ApiError(status, { message: 'Limit Exceeded' }), online);

    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble).toMatchObject({ kind: 'failed', message, detail: 'Limit Exceeded' });
  });

  test('has to sign in again if a proxy answers 401', () => {
    const trouble = troubleOf(new ApiError(401, { message: 'Unauthorized' }), online);

    expect(trouble).toMatchObject({ kind: 'unauthorized', message: 'Unauthorized' });
  });

  test('reads that the tracker took too long', () => {
    const error = new DOMException('signal timed out', 'TimeoutError');

    const trouble = troubleOf(error, online);

    expect(trouble).toMatchObject({
      kind: 'slow',
      message: 'The tracker took too long to answer.',
    });
  });

  test('reads the message of a Trouble unchanged', () => {
    const known = new Trouble('failed', 'This page cannot find its tracker.');

    expect(troubleOf(known, online)).toBe(known);
  });

  test.each([
    [new Error('no such element'), 'Something went wrong on this page: Error: no such element'],
    [new RangeError('too deep'), 'Something went wrong on this page: RangeError: too deep'],
    [new DOMException('gone', 'AbortError'), 'Something went wrong on this page: AbortError: gone'],
    ['a word', 'Something went wrong on this page: a word'],
    [undefined, 'Something went wrong on this page: undefined'],
    [null, 'Something went wrong on this page: null'],
  ])('reads what went wrong on the page: %s', (error, message) => {
    const trouble = troubleOf(error, online);

    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble).toMatchObject({ kind: 'failed', message });
  });
});

test.each([
  [true, 'unreachable', 'The tracker cannot be reached. Is it running?'],
  [false, 'offline', 'The tracker cannot be reached, because this device is offline.'],
])('if nothing answers and online is %s, the trouble is "%s"', (online, kind, message) => {
  const trouble = troubleOf(new TypeError('Failed to fetch'), online);

  expect(trouble).toMatchObject({ kind, message });
});

test('fetch’s own time-outs and failed connections are recognized', async () => {
  const timeout = AbortSignal.timeout(0);
  const late = await new Promise((resolve) => {
    timeout.addEventListener('abort', () => resolve(timeout.reason), { once: true });
  });
  // `fetch` never connects to port 1: https://fetch.spec.whatwg.org/#port-blocking
  const refused: unknown = await fetch('http://127.0.0.1:1/').catch((error: unknown) => error);

  const kinds = [late, refused].map((error) => troubleOf(error, true).kind);

  expect(kinds).toEqual(['slow', 'unreachable']);
});
