import { createServer } from 'node:http';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deadlineIn, endingWith } from '../kernel/deadline.ts';
import { failureOf, wholeDeadline } from '../kernel/testing/fakes.ts';
import { createProviderHttp } from './provider-http.ts';
import { type ProviderHttpTest, startProviderHttp } from './testing/start-provider-http.ts';

const forever = { times: Number.POSITIVE_INFINITY };
const unreachable = {
  code: 'provider_error',
  message: 'YouTube cannot be reached; try again later.',
};
const late = {
  code: 'provider_error',
  message: 'YouTube did not answer in time; try again later, or with fewer items at once.',
};
let on: ProviderHttpTest;

beforeEach(async () => {
  on = await startProviderHttp();
});

describe('a provider that does not answer', () => {
  test.each(['hang', 'hang_body'] as const)(
    '(%s) is an error once the deadline passes',
    async (kind) => {
      on.youtube.inject({ kind }, forever);

      const failure = await failureOf(on.ask(deadlineIn(300)));

      expect(failure.status).toBe(502);
      expect(failure.body()).toEqual(late);
      expect(on.entries).toHaveLength(1);
    },
  );

  test('is given up when the caller gives up', async () => {
    on.youtube.inject({ kind: 'hang' }, forever);
    const caller = new AbortController();
    const asked = failureOf(on.ask(endingWith(wholeDeadline(), caller.signal)));
    await vi.waitUntil(() => on.youtube.requests.length === 1, 20_000);

    caller.abort();
    const failure = await asked;

    expect(failure.code).toBe('provider_error');
    expect(on.entries.map(({ fields }) => fields.reason)).toEqual([
      'did not answer before the request was cancelled',
    ]);
  });

  test('is not called after the deadline', async () => {
    const over = endingWith(wholeDeadline(), AbortSignal.abort());

    const failure = await failureOf(on.ask(over));

    expect(failure.code).toBe('provider_error');
    expect(on.youtube.requests).toEqual([]);
  });

  test('after a failure is not retried beyond the deadline', async () => {
    on.youtube.inject({ kind: 'answer', status: 500 });
    on.youtube.inject({ kind: 'hang' }, forever);

    const failure = await failureOf(on.ask(deadlineIn(300)));

    expect(failure.body()).toEqual(late);
    expect(on.youtube.requests).toHaveLength(2);
  });
});

describe('a lost connection', () => {
  test('is retried', async () => {
    on.youtube.inject({ kind: 'reset' }, { times: 2 });

    const answer = await on.ask();

    expect(answer.status).toBe(200);
    expect(on.youtube.requests).toHaveLength(3);
  });

  test('is an error if every attempt loses it', async () => {
    on.youtube.inject({ kind: 'reset' }, forever);

    const failure = await failureOf(on.ask());

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual(unreachable);
    expect(on.youtube.requests).toHaveLength(4);
  });

  test('is retried if it is lost in the middle of a body', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.writeHead(200, { 'content-length': 14 });
      if (requests > 1) response.end('{"whole":true}');
      else response.write('{"whole"', () => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const http = createProviderHttp({
      ...{ provider: 'YouTube', baseUrl: `http://127.0.0.1:${port}`, log: on.log, backoffMs: 1 },
    });

    const answer = await http.send({ path: '/', deadline: wholeDeadline() });

    server.close();
    server.closeAllConnections();
    expect(answer.json).toEqual({ whole: true });
    expect(requests).toBe(2);
  });

  test('that was never established is an error', async () => {
    await on.youtube.close();

    const failure = await failureOf(on.ask());

    expect(failure.body()).toEqual(unreachable);
  });
});
