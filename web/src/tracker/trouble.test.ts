import { ApiError } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { Trouble, troubleOf } from './trouble.ts';

describe.each([
  ['online', true],
  ['offline', false],
])('a person who is %s', (_, online) => {
  test('is told in the words of the tracker that the login is wrong', () => {
    const message = 'Wrong user or password.';

    const trouble = troubleOf(new ApiError(401, { code: 'unauthorized', message }), online);

    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble).toMatchObject({ kind: 'unauthorized', message });
  });

  test.each([
    [404, 'not_found'],
    [500, 'internal_error'],
    [503, 'store_unavailable'],
  ] as const)('is told in the words of the tracker why it answered %i', (status, code) => {
    const error = new ApiError(status, { code, message: 'The database is busy.' });

    const trouble = troubleOf(error, online);

    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble).toMatchObject({ kind: 'failed', message: 'The database is busy.' });
    expect(trouble.detail).toBeUndefined();
  });

  test.each([
    [200, 'Something else than the tracker has answered, or one of another version.'],
    [403, 'The tracker has answered with an error (403).'],
    [429, 'The tracker has too much to do. Try again in a moment.'],
    [502, 'The tracker has answered with an error (502).'],
  ])('is told of a %i of what stands before the tracker in a sentence first', (status, message) => {
    const trouble = troubleOf(new ApiError(status, { message: 'Limit Exceeded' }), online);

    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble).toMatchObject({ kind: 'failed', message, detail: 'Limit Exceeded' });
  });

  test('is told that the login is wrong by what stands before the tracker too', () => {
    const trouble = troubleOf(new ApiError(401, { message: 'Unauthorized' }), online);

    expect(trouble).toMatchObject({ kind: 'unauthorized', message: 'Unauthorized' });
  });

  test('is told that the tracker takes too long', () => {
    const error = new DOMException('signal timed out', 'TimeoutError');

    const trouble = troubleOf(error, online);

    expect(trouble).toMatchObject({
      kind: 'slow',
      message: 'The tracker has not answered in time.',
    });
  });

  test('is told of known trouble just as it is', () => {
    const known = new Trouble('failed', 'This page does not know its tracker.');

    expect(troubleOf(known, online)).toBe(known);
  });

  test.each([
    [new Error('no such element'), 'This page has failed: Error: no such element'],
    [new RangeError('too deep'), 'This page has failed: RangeError: too deep'],
    [new DOMException('gone', 'AbortError'), 'This page has failed: AbortError: gone'],
    ['a word', 'This page has failed: a word'],
    [undefined, 'This page has failed: undefined'],
    [null, 'This page has failed: null'],
  ])('is told that the page has failed with %s', (error, message) => {
    const trouble = troubleOf(error, online);

    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble).toMatchObject({ kind: 'failed', message });
  });
});

test.each([
  [true, 'unreachable', 'The tracker cannot be reached. Is it running?'],
  [false, 'offline', 'The tracker cannot be reached: this device is offline.'],
])('if nobody answers and online is %s, the trouble is "%s"', (online, kind, message) => {
  const trouble = troubleOf(new TypeError('Failed to fetch'), online);

  expect(trouble).toMatchObject({ kind, message });
});

test('a real time-out, and a real address where nobody listens, are told as such', async () => {
  const timeout = AbortSignal.timeout(0);
  const late = await new Promise((resolve) => {
    timeout.addEventListener('abort', () => resolve(timeout.reason), { once: true });
  });
  // Port 1 is one to which `fetch` never connects: https://fetch.spec.whatwg.org/#port-blocking
  const refused: unknown = await fetch('http://127.0.0.1:1/').catch((error: unknown) => error);

  const kinds = [late, refused].map((error) => troubleOf(error, true).kind);

  expect(kinds).toEqual(['slow', 'unreachable']);
});
