import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type FaultOf,
  type FaultProxy,
  type Stack,
  type StackOptions,
  startFaultProxy,
  startStack,
} from '@immersion-tracker/stand-ins';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { as, expectError, send } from './api.ts';
import { secretOf } from './local-host.ts';

/** Bytes that the code of one function may have. */
const BUNDLE_LIMIT = 450_000;

let stack: Stack;
let proxy: FaultProxy | undefined;
afterEach(async () => {
  await stack?.close();
  await proxy?.close();
  proxy = undefined;
});

async function start(options: Partial<StackOptions> = {}): Promise<void> {
  stack = await startStack({ assembly: inject('assembly'), secret: secretOf({}), ...options });
}

/** Starts a stack whose functions reach the table through a proxy. */
function startBehind(faultOf: FaultOf): Promise<void> {
  return start({
    async dynamodbUrl(url) {
      proxy = await startFaultProxy(url, faultOf);
      return proxy.url;
    },
  });
}

/** How often the authorizer was called. */
const authorizations = () =>
  stack.invocations.filter(({ function: id }) => id.includes('authorizer')).length;

describe('the authorizer', () => {
  test('is asked once about credentials that are used on several routes', async () => {
    await start();

    const answers = [
      await send(stack.url, 'GET', '/shows'),
      await send(stack.url, 'GET', '/progress'),
      await send(stack.url, 'POST', '/sync', { episodes: [] }),
    ];

    expect(answers.map(({ status }) => status)).toStrictEqual([200, 200, 200]);
    expect(authorizations()).toBe(1);
    expect(stack.secretReads()).toBe(1);
  });

  test('is asked once about wrong ones, and not at all about none', async () => {
    await start();

    for (const path of ['/shows', '/progress']) {
      await send(stack.url, 'GET', path, undefined, 'Basic d3Jvbmc6d3Jvbmc=');
      await send(stack.url, 'GET', path, undefined, null);
    }

    expect(authorizations()).toBe(1);
  });

  test('keeps users apart while it keeps what it said of each', async () => {
    await start();
    const episodes = [{ folder_name: 'of alice', file_name: 'one' }];
    await send(stack.url, 'GET', '/shows', undefined, as('bob'));
    await send(stack.url, 'POST', '/sync', { episodes });

    const shows = [
      await send(stack.url, 'GET', '/shows', undefined, as('bob')),
      await send(stack.url, 'GET', '/shows'),
    ];

    expect(shows.map(({ body }) => body)).toMatchObject([
      { shows: [] },
      { shows: [{ folder_name: 'of alice' }] },
    ]);
    expect(authorizations()).toBe(2);
  });

  test('without a secret it can read: a 500 that quotes nothing, with CORS and a request id', async () => {
    await start({ secret: { users: 'fake-password' } });

    const answer = await send(stack.url, 'GET', '/shows');

    expectError(answer, 500, 'internal_error', 'application/json');
    const { request_id } = Object(answer.body);
    expect(stack.log()).toContain('secret immersion_tracker_api: users: ');
    expect(stack.log() + JSON.stringify(answer.body)).not.toContain('fake-password');
    expect(request_id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test('every line of the log is JSON, and a request can be followed by its id', async () => {
  await start();

  await send(stack.url, 'POST', '/sync?token=secret', { episodes: [] });

  const lines = stack.log().trim().split('\n');
  const entries = lines.map((line): unknown => JSON.parse(line));
  const [id] = entries.map((entry) => Object(entry).request_id);
  expect(entries).toMatchObject([
    { level: 'info', message: 'authorization', request_id: id, effect: 'Allow' },
    {
      level: 'info',
      message: 'request',
      ...{ request_id: id, method: 'POST', path: '/sync', status: 200 },
    },
  ]);
});

test('a sync that cannot be done in time ends before the gateway gives up, and may be sent again', async () => {
  let slow = true;
  await startBehind((operation) =>
    slow && operation === 'PutItem' ? { delayMs: 1000 } : undefined,
  );
  const episodes = Array.from({ length: 1000 }, (_, index) => ({
    folder_name: `Show ${index % 3}`,
    file_name: `${index}`,
  }));

  const cut = await send(stack.url, 'POST', '/sync', { episodes });
  slow = false;
  // What was on its way to the table gets there within a second.
  await sleep(1500);
  const { body: between } = await send(stack.url, 'GET', '/progress');
  const again = await send(stack.url, 'POST', '/sync', { episodes });
  const { body: after } = await send(stack.url, 'GET', '/progress');

  expectError(cut, 503, 'store_unavailable');
  expect(cut.body).toMatchObject({ message: expect.stringContaining('send the same request') });
  // All of what is there is whole: of a show that has its record, and counted once.
  const { total_episodes_watched: recorded, shows } = Object(between);
  expect(recorded).toBeGreaterThan(0);
  expect(recorded).toBeLessThan(1000);
  expect(shows.every(({ name }: { name: string | null }) => name !== null)).toBe(true);
  expect(again.body).toStrictEqual({ episodes_added: 1000 - recorded });
  expect(after).toMatchObject({ total_episodes_watched: 1000, shows: { length: 3 } });
});

test('a table that cannot be reached is a 503 in JSON before the gateway gives up', async () => {
  await startBehind(() => 'hang');

  const answer = await send(stack.url, 'GET', '/shows');

  expectError(answer, 503, 'store_unavailable');
});

test('the code of each function stays below the limit', () => {
  const folder = inject('assembly');
  const bundles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.mjs'))
    .map((name) => statSync(join(folder, name)).size);

  expect(bundles).toHaveLength(8);
  expect(Math.max(...bundles)).toBeLessThanOrEqual(BUNDLE_LIMIT);
});
