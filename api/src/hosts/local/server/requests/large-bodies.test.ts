import { setImmediate as round } from 'node:timers/promises';
import { endpoints } from '@immersion-tracker/contract';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { type AppOptions, createApp } from '../app.ts';
import { appOptions } from '../testing/serve-app.ts';

const ok = { status: 200, headers: {}, body: '{}' };

/** An app whose user is the login, and what its route was called with. */
function openApp(options: Partial<AppOptions> = {}) {
  const calls: string[] = [];
  const answers = Promise.withResolvers<typeof ok>();
  const route = ({ user, body }: { readonly user: string; readonly body: string }) => {
    calls.push(`${user} ${body.length}`);
    return answers.promise;
  };
  const routes = [{ endpoint: endpoints.syncEpisodes, route }];
  const app = createApp(
    routes,
    async (login = '') => ({ user: login, isReadOnly: false }),
    new Hono(),
    appOptions(options),
  );

  const post = (user: string, bytes: number, signal: AbortSignal | null = null) =>
    app.request('/sync', {
      ...{ method: 'POST', body: 'x'.repeat(bytes), signal },
      headers: { Authorization: user, 'Content-Length': `${bytes}` },
    });
  const postChunked = (user: string, bytes: number) =>
    app.request('/sync', {
      ...{ method: 'POST', body: 'x'.repeat(bytes) },
      headers: { Authorization: user, 'Transfer-Encoding': 'chunked' },
    });
  return { app, calls, answers, post, postChunked };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await round();
}

test('of one user, four large bodies are in memory at once, and small ones and others do not wait', async () => {
  const { calls, answers, post } = openApp();
  const asking = Array.from({ length: 6 }, () => post('alice', 100_000));
  await until(() => calls.length === 4);

  asking.push(post('alice', 10), post('bob', 100_000));
  await until(() => calls.length === 6);
  const begun = calls.toSorted();
  answers.resolve(ok);
  const statuses = (await Promise.all(asking)).map(({ status }) => status);

  expect(begun).toEqual(['alice 10', ...Array(4).fill('alice 100000'), 'bob 100000']);
  expect(statuses).toEqual(Array(8).fill(200));
});

test('a body without a length counts as large', async () => {
  const { calls, answers, post, postChunked } = openApp();
  const asking = Array.from({ length: 4 }, () => postChunked('alice', 10));
  await until(() => calls.length === 4);

  asking.push(post('alice', 100_000));
  asking.push(post('bob', 100_000));
  await until(() => calls.includes('bob 100000'));
  answers.resolve(ok);
  await Promise.all(asking);

  expect(calls).toEqual([...Array(4).fill('alice 10'), 'bob 100000', 'alice 100000']);
});

test('a request whose client leaves gives up its place', async () => {
  const { calls, answers, post } = openApp();
  const client = new AbortController();
  const asking = Array.from({ length: 4 }, () => post('alice', 100_000));
  const leaving = post('alice', 100_000, client.signal);
  await until(() => calls.length === 4);

  client.abort();
  const left = await leaving;
  answers.resolve(ok);
  await Promise.all([...asking, post('alice', 100_000)]);

  expect(left.status).toBe(503);
  expect(calls).toHaveLength(5);
});

test('a request that does not get a place in its time is overloaded', async () => {
  const { app, post } = openApp({ requestDeadlineMs: 30 });
  const headers = { Authorization: 'alice', 'Content-Length': '100000' };
  for (let place = 0; place < 4; place += 1) {
    const body = new ReadableStream();
    void app.request('/sync', { method: 'POST', headers, body, duplex: 'half' });
  }

  const late = await post('alice', 100_000);

  expect(late.status).toBe(503);
  expect(await late.json()).toMatchObject({ code: 'overloaded' });
});
