import { setTimeout as sleep } from 'node:timers/promises';
import {
  type FaultOf,
  type Stack,
  startFaultProxy,
  startStack,
} from '@immersion-tracker/stand-ins';
import { afterAll, expect, inject, test } from 'vitest';
import { expectError, send } from './testing/trackers/api.ts';
import { environmentOf, secretOf } from './testing/trackers/local-host.ts';

// At once, since most of what they do is wait.

/** Written 32 at a time, two seconds each: more than the deadline allows. */
const EPISODES = 200;

const running = new AsyncDisposableStack();
afterAll(() => running.disposeAsync());

/** Starts a stack whose functions reach the table through a proxy. */
async function startBehind(faultOf: FaultOf): Promise<Stack> {
  const stack = await startStack({
    assembly: inject('assembly'),
    secret: secretOf({}),
    environment: environmentOf({ requestDeadlineMs: 8000 }),
    async dynamodbUrl(url) {
      const proxy = await startFaultProxy(url, faultOf);
      running.defer(() => proxy.close());
      return proxy.url;
    },
  });
  running.defer(() => stack.close());
  // The function has started by then: a busy machine takes seconds for that.
  expectError(await send(stack.url, 'POST', '/sync', {}), 400, 'invalid_request');
  return stack;
}

test.concurrent('a sync that cannot be done in time ends before the gateway gives up, and may be sent again', async () => {
  let slow = true;
  const stack = await startBehind((operation) =>
    slow && operation === 'PutItem' ? { delayMs: 2000 } : undefined,
  );
  const episodes = Array.from({ length: EPISODES }, (_, index) => ({
    folder_name: `Show ${index % 3}`,
    file_name: `${index}`,
  }));

  const cut = await send(stack.url, 'POST', '/sync', { episodes });
  slow = false;
  // What was on its way to the table gets there within two seconds.
  await sleep(2500);
  const { body: between } = await send(stack.url, 'GET', '/progress');
  const again = await send(stack.url, 'POST', '/sync', { episodes });
  const { body: after } = await send(stack.url, 'GET', '/progress');

  expectError(cut, 503, 'store_unavailable');
  expect(cut.body).toMatchObject({ message: expect.stringContaining('send the same request') });
  // All of what is there is whole: of a show that has its record, and counted once.
  const { total_episodes_watched: recorded, shows } = Object(between);
  expect(recorded).toBeGreaterThan(0);
  expect(recorded).toBeLessThan(EPISODES);
  expect(shows.every(({ name }: { name: string | null }) => name !== null)).toBe(true);
  expect(again.body).toStrictEqual({ episodes_added: EPISODES - recorded });
  expect(after).toMatchObject({ total_episodes_watched: EPISODES, shows: { length: 3 } });
});

test.concurrent('a table that cannot be reached is a 503 in JSON before the gateway gives up', async () => {
  const stack = await startBehind(() => 'hang');

  const episodes = [{ folder_name: 'a', file_name: 'b' }];
  const answer = await send(stack.url, 'POST', '/sync', { episodes });

  expectError(answer, 503, 'store_unavailable');
});
