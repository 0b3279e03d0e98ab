import type { Fault } from '@immersion-tracker/stand-ins';
import { beforeEach, expect, test } from 'vitest';
import { deadlineIn, endingWith } from '../kernel/deadline.ts';
import { allOf, failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { type ProviderHttpTest, startProviderHttp } from './testing/start-provider-http.ts';

let on: ProviderHttpTest;

beforeEach(async () => {
  on = await startProviderHttp();
});

/** Sends secrets in the query, in a header and in the body, and expects a failure. */
function failToSend(deadline = wholeDeadline()) {
  return failureOf(
    on.http.send({
      method: 'POST',
      path: '/path',
      query: { key: 'private-in-query' },
      headers: { Authorization: 'Bearer private-in-header' },
      body: { apikey: 'private-in-body' },
      deadline,
    }),
  );
}

const faults: [string, Fault][] = [
  ['500', { kind: 'answer', status: 500, body: 'private-in-answer' }],
  ['200 without JSON', { kind: 'answer', status: 200, body: 'private-in-answer' }],
  ['429', { kind: 'answer', status: 429, body: 'private-in-answer' }],
  ['429 for a day', { kind: 'answer', status: 429, headers: { 'retry-after': '86400' } }],
  ['reset', { kind: 'reset' }],
];

test.each(faults)('a failure (%s) does not reveal credentials, URL or body', async (_, fault) => {
  on.youtube.inject(fault, { times: Number.POSITIVE_INFINITY });

  const failure = await failToSend();

  expect(on.youtube.requests.length).toBeGreaterThan(0);
  expect(on.entries.length).toBeGreaterThan(0);
  expect(on.entries.map(({ fields }) => fields.path)).toContain('/path');
  expect(allOf([on.entries, failure.body(), failure.cause])).not.toMatch(/private|\?|https?:/);
  expect(allOf(failure)).not.toContain('private');
});

test('a time-out does not reveal credentials or URL', async () => {
  on.youtube.inject({ kind: 'hang' });

  const failure = await failToSend(deadlineIn(100));

  expect(on.entries).toHaveLength(1);
  expect(allOf([on.entries, failure.body(), failure.cause])).not.toMatch(/private|\?|https?:/);
  expect(allOf(failure)).not.toContain('private');
});

test('a failed connection does not reveal credentials or URL', async () => {
  await on.youtube.close();

  const failure = await failToSend();

  expect(on.entries).toHaveLength(4);
  expect(allOf([on.entries, failure.body(), failure.cause])).not.toMatch(/private|\?|https?:/);
  expect(allOf(failure)).not.toContain('private');
});

test('a cancelled request does not reveal credentials or URL', async () => {
  const over = endingWith(wholeDeadline(), AbortSignal.abort());

  const failure = await failToSend(over);

  expect(allOf([on.entries, failure.body(), failure.cause])).not.toMatch(/private|\?|https?:/);
  expect(allOf(failure)).not.toContain('private');
});
