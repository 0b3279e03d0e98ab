import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deadlineIn, endingWith } from '../kernel/deadline.ts';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { type ProviderHttpTest, startProviderHttp } from './testing/start-provider-http.ts';

const late = 'YouTube did not answer in time; try again later, or with fewer items at once.';
let on: ProviderHttpTest;

beforeEach(async () => {
  on = await startProviderHttp();
});

describe('concurrent requests', () => {
  test('are sent once if they are the same GET', async () => {
    const answers = await Promise.all([on.ask(), on.ask(), on.ask()]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(on.youtube.requests).toHaveLength(1);
  });

  test.each([
    ['path', { path: '/a' }, { path: '/b' }],
    ['query', { path: '/a', query: { id: '1' } }, { path: '/a', query: { id: '2' } }],
    ['headers', { path: '/a', headers: { a: '1' } }, { path: '/a', headers: { a: '2' } }],
  ])('are sent separately if they differ in the %s', async (_, one, other) => {
    const deadline = wholeDeadline();

    await Promise.all([one, other].map((request) => on.http.send({ ...request, deadline })));

    expect(on.youtube.requests).toHaveLength(2);
  });

  test('are sent separately if they are not GET', async () => {
    const request = { method: 'POST', path: '/a', body: {}, deadline: wholeDeadline() } as const;

    await Promise.all([on.http.send(request), on.http.send(request)]);

    expect(on.youtube.requests).toHaveLength(2);
  });

  test('that share a call fail together, and are logged once', async () => {
    on.youtube.inject({ kind: 'answer', status: 501 });

    const failures = await Promise.all([failureOf(on.ask()), failureOf(on.ask())]);

    expect(failures.map(({ message }) => message)).toEqual(
      Array(2).fill('YouTube failed with status 501; try again later.'),
    );
    expect(on.youtube.requests).toHaveLength(1);
    expect(on.entries).toHaveLength(1);
  });
});

test('consecutive requests are sent separately', async () => {
  await on.ask();

  await on.ask();

  expect(on.youtube.requests).toHaveLength(2);
});

describe('a request that shares the call of another caller', () => {
  test('is sent again when that caller runs out of time', async () => {
    on.youtube.inject({ kind: 'hang' });
    const first = failureOf(on.ask(deadlineIn(200)));
    const second = on.ask();

    const [failure, answer] = await Promise.all([first, second]);

    expect(failure.message).toBe(late);
    expect(answer.status).toBe(200);
    expect(on.youtube.requests).toHaveLength(2);
  });

  test('is sent again when that caller gives up', async () => {
    on.youtube.inject({ kind: 'hang' });
    const caller = new AbortController();
    const first = failureOf(on.ask(endingWith(wholeDeadline(), caller.signal)));
    const second = on.ask();
    await vi.waitUntil(() => on.youtube.requests.length === 1, 20_000);

    caller.abort();
    const [failure, answer] = await Promise.all([first, second]);

    expect(failure.code).toBe('provider_error');
    expect(answer.status).toBe(200);
    expect(on.youtube.requests).toHaveLength(2);
  });

  test('ends with its own deadline, without affecting that caller', async () => {
    on.youtube.inject({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } });
    const first = on.ask();

    const failure = await failureOf(on.ask(deadlineIn(100)));
    const answer = await first;

    expect(failure.message).toBe(late);
    expect(answer.status).toBe(200);
    expect(on.youtube.requests).toHaveLength(2);
  });
});

test('at most five requests are in flight, across all callers', async () => {
  on.youtube.inject({ kind: 'hang' }, { times: Number.POSITIVE_INFINITY });
  const caller = new AbortController();
  const deadline = endingWith(wholeDeadline(), caller.signal);
  const asked = [...'abcdefgh'].map((id) => failureOf(on.ask(deadline, id)));
  await vi.waitUntil(() => on.youtube.requests.length >= 5, 20_000);
  await sleep(50);

  caller.abort();
  await Promise.all(asked);

  expect(on.youtube.requests).toHaveLength(5);
});
