import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@immersion-tracker/contract';
import { type Stack, startStack } from '@immersion-tracker/stand-ins';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Answer, as, send } from './testing/trackers/api.ts';
import { secretOf } from './testing/trackers/local-host.ts';

/** The largest allowed bundle of one function, in bytes. */
const BUNDLE_LIMIT = 450_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ assembly: inject('assembly'), secret: secretOf({}) });
});
afterAll(() => stack?.close());

/** Counts the authorizer's invocations during the call. */
async function authorizations(during: () => Promise<void>): Promise<number> {
  const calls = () =>
    stack.invocations.filter(({ function: id }) => id.includes('authorizer')).length;
  const before = calls();
  await during();
  return calls() - before;
}

test('every line of the log is JSON, and a request can be followed by its id', async () => {
  const sent = { episodes: [] };

  await send(stack.url, 'POST', '/sync?token=secret', sent, as('やまだ さん'));

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

describe('the authorizer', () => {
  test('is invoked once for credentials that are used on several routes', async () => {
    const answers: Answer[] = [];

    const asked = await authorizations(async () => {
      answers.push(
        await send(stack.url, 'GET', '/shows'),
        await send(stack.url, 'GET', '/progress'),
        await send(stack.url, 'POST', '/sync', { episodes: [] }),
      );
    });

    expect(answers.map(({ status }) => status)).toStrictEqual([200, 200, 200]);
    expect(asked).toBe(1);
  });

  test('is invoked once for wrong credentials, and never for missing ones', async () => {
    const asked = await authorizations(async () => {
      for (const path of ['/shows', '/progress']) {
        await send(stack.url, 'GET', path, undefined, 'Basic d3Jvbmc6d3Jvbmc=');
        await send(stack.url, 'GET', path, undefined, null);
      }
    });

    expect(asked).toBe(1);
  });

  test('keeps users apart while its answers are cached', async () => {
    const episodes = [{ folder_name: 'of alice', file_name: 'one' }];
    const shows: unknown[] = [];

    const asked = await authorizations(async () => {
      await send(stack.url, 'GET', '/shows', undefined, as('bob'));
      await send(stack.url, 'POST', '/sync', { episodes });
      shows.push((await send(stack.url, 'GET', '/shows', undefined, as('bob'))).body);
      shows.push((await send(stack.url, 'GET', '/shows')).body);
    });

    expect(shows).toMatchObject([{ shows: [] }, { shows: [{ folder_name: 'of alice' }] }]);
    // The answer for alice is already cached.
    expect(asked).toBe(1);
  });

  test('reads the secret once, whatever credentials it checks', async () => {
    const asked = await authorizations(async () => {
      for (const user of ['nobody', 'nobody else']) {
        await send(stack.url, 'GET', '/shows', undefined, as(user));
      }
    });

    expect(asked).toBe(2);
    expect(stack.secretReads()).toBe(1);
  });

  test('that cannot read the secret is a 500 with CORS headers and a request id, and leaks nothing', async () => {
    await using broken = new AsyncDisposableStack();
    const secret = { users: 'fake-password' };
    const other = await startStack({ assembly: inject('assembly'), secret });
    broken.defer(() => other.close());

    const answer = await send(other.url, 'GET', '/shows');

    const [, id = ''] = /Request id (\S+) may/.exec(JSON.stringify(answer.body)) ?? [];
    expect(answer.status).toBe(500);
    expect(answer.headers.get('access-control-allow-origin')).toMatch(/^https:/);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(other.log()).toContain('secret immersion_tracker_api: users: ');
    expect(other.log() + JSON.stringify(answer.body)).not.toContain('fake-password');
  });
});

test('the bundle of each function stays below the limit', () => {
  const folder = inject('assembly');
  const bundles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.mjs'))
    .map((name) => statSync(join(folder, name)).size);

  expect(bundles).toHaveLength(Object.keys(endpoints).length + 1);
  expect(Math.max(...bundles)).toBeLessThanOrEqual(BUNDLE_LIMIT);
});
