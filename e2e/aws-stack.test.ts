import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { type Stack, type StackOptions, startStack } from '@immersion-tracker/stand-ins';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { failed, runSmoke } from './smoke/run-smoke.ts';
import { as, send } from './testing/trackers/api.ts';
import { secretOf } from './testing/trackers/local-host.ts';

/** Bytes that the code of one function may have. */
const BUNDLE_LIMIT = 450_000;

let stack: Stack;
afterEach(() => stack?.close());

async function start(options: Partial<StackOptions> = {}): Promise<void> {
  stack = await startStack({ assembly: inject('assembly'), secret: secretOf({}), ...options });
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
  });

  test('is asked once about wrong ones, and not at all about none', async () => {
    await start();

    for (const path of ['/shows', '/progress']) {
      await send(stack.url, 'GET', path, undefined, 'Basic d3Jvbmc6d3Jvbmc=');
      await send(stack.url, 'GET', path, undefined, null);
    }

    expect(authorizations()).toBe(1);
  });

  test('reads the secret once for all credentials that it is asked about', async () => {
    await start();

    for (const user of ['alice', 'bob', 'やまだ さん', 'nobody']) {
      await send(stack.url, 'GET', '/shows', undefined, as(user));
    }

    expect(authorizations()).toBe(4);
    expect(stack.secretReads()).toBe(1);
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

    const [, id = ''] = /Request id (\S+) may/.exec(JSON.stringify(answer.body)) ?? [];
    expect(answer.status).toBe(500);
    expect(answer.headers.get('access-control-allow-origin')).toMatch(/^https:/);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(stack.log()).toContain('secret immersion_tracker_api: users: ');
    expect(stack.log() + JSON.stringify(answer.body)).not.toContain('fake-password');
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

test('npm run smoke finds everything as it should be', async () => {
  await start();

  const run = await runSmoke([stack.url]);

  expect(failed(run)).toStrictEqual([]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
});

test('the code of each function stays below the limit', () => {
  const folder = inject('assembly');
  const bundles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.mjs'))
    .map((name) => statSync(join(folder, name)).size);

  expect(bundles).toHaveLength(Object.keys(endpoints).length + 1);
  expect(Math.max(...bundles)).toBeLessThanOrEqual(BUNDLE_LIMIT);
});
