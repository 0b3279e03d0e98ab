import { beforeEach, describe, expect, test } from 'vitest';
import { deadlineIn } from '../kernel/deadline.ts';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { type ProviderHttpTest, startProviderHttp } from './testing/start-provider-http.ts';

const forever = { times: Number.POSITIVE_INFINITY };
let on: ProviderHttpTest;

beforeEach(async () => {
  on = await startProviderHttp();
});

/** Rate-limits the next requests, with this Retry-After header. */
function limit(retryAfter: string | undefined, options = {}, status = 429): void {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  on.youtube.inject({ kind: 'answer', status, headers }, options);
}

describe('a Retry-After that fits the deadline', () => {
  test('is waited for after a 429 and a 503, in seconds or as a date', async () => {
    const date = Math.ceil((Date.now() + 300) / 1000) * 1000;
    limit('1');
    limit('1', {}, 503);
    limit(new Date(date).toUTCString());
    const start = performance.now();
    const ask = async (id: string) => {
      const { status } = await on.ask(wholeDeadline(), id);
      return { status, waited: performance.now() - start, now: Date.now() };
    };

    const answers = await Promise.all(['first', 'second', 'third'].map(ask));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(on.youtube.requests).toHaveLength(6);
    for (const { waited, now } of answers) expect(waited > 990 || now > date - 10).toBe(true);
    expect(answers.filter(({ waited }) => waited > 990).length).toBeGreaterThanOrEqual(2);
  });

  test('can be a date in the past', async () => {
    limit('Sun, 06 Nov 1994 08:49:37 GMT');

    const answer = await on.ask();

    expect(answer.status).toBe(200);
    expect(on.youtube.requests).toHaveLength(2);
  });
});

describe('a Retry-After that does not fit the deadline', () => {
  test('is an error at once', async () => {
    limit('86400');

    const failure = await failureOf(on.ask());

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: 'YouTube limits the rate of requests; try again in 86400 s.',
      provider_blocked: true,
    });
    expect(on.youtube.requests).toHaveLength(1);
  });

  test.each([
    ['3599', false],
    ['3600', true],
    ['31536000', true],
  ])('of %s seconds blocks the provider: %s', async (retryAfter, isSpent) => {
    limit(retryAfter);

    const failure = await failureOf(on.ask());

    expect(failure.providerBlocked).toBe(isSpent);
  });

  test('is an error at once if it is a date', async () => {
    limit(new Date(Date.now() + 86_400_000).toUTCString());

    const failure = await failureOf(on.ask());

    expect(failure.code).toBe('provider_error');
    expect(failure.message).toMatch(/limits the rate of requests; try again in 86(400|399) s\.$/);
    expect(on.youtube.requests).toHaveLength(1);
  });

  test('is compared with the remaining time', async () => {
    limit('10');

    const failure = await failureOf(on.ask(deadlineIn(9_000)));

    expect(failure.message).toBe('YouTube limits the rate of requests; try again in 10 s.');
    expect(on.youtube.requests).toHaveLength(1);
  });

  test('of a 503 is an error at once', async () => {
    limit('86400', {}, 503);

    const failure = await failureOf(on.ask());

    expect(failure.message).toBe('YouTube failed with status 503; try again later.');
    expect(on.youtube.requests).toHaveLength(1);
  });
});

describe('a missing or unusable Retry-After', () => {
  test.each([undefined, 'soon', '-5', '1.5', 'in 3600', '1e9'])(
    '(%s) leads to a few more attempts',
    async (retryAfter) => {
      limit(retryAfter, { times: 3 });

      const answer = await on.ask();

      expect(answer.status).toBe(200);
      expect(on.youtube.requests).toHaveLength(4);
    },
  );

  test.each([undefined, 'soon', '-5'])(
    '(%s) is an error after four attempts',
    async (retryAfter) => {
      limit(retryAfter, forever);

      const failure = await failureOf(on.ask());

      expect(failure.message).toBe('YouTube limits the rate of requests; try again later.');
      expect(on.youtube.requests).toHaveLength(4);
    },
  );

  test.each(['RateLimit-Reset', 'X-RateLimit-Retry-After', 'X-RateLimit-Reset'])(
    'is not replaced by a day in %s',
    async (header) => {
      on.youtube.inject({ kind: 'answer', status: 429, headers: { [header]: '86400' } }, forever);

      const failure = await failureOf(on.ask());

      expect(failure.message).toBe('YouTube limits the rate of requests; try again later.');
    },
  );
});

test('a Retry-After that did not fit does not block the next request', async () => {
  limit('86400');
  await failureOf(on.ask());

  const answer = await on.ask();

  expect(answer.status).toBe(200);
  expect(on.youtube.requests).toHaveLength(2);
});
