import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { endpoints } from '@immersion-tracker/contract';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import type { Caller } from '../../../auth/pace.ts';
import { createApp } from './app.ts';
import { appOptions, asAlice, serveApp } from './testing/serve-app.ts';

const agents: Agent[] = [];
afterEach(() => {
  for (const agent of agents.splice(0)) agent.destroy();
});

const progress = {
  endpoint: endpoints.getProgress,
  route: async () => ({ status: 200, headers: {}, body: '{}' }),
};

/** Serves one route. `see` gets each caller, and delays the request until it is done. */
function serveTo(see: (caller: Caller) => Promise<void>) {
  return serveApp({
    routes: [progress],
    authenticate: async (authorization, caller) => {
      await see(caller);
      return asAlice(authorization, caller);
    },
  });
}

const app = () => createApp([progress], asAlice, new Hono(), appOptions());

function connect(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return agent;
}

test('authentication gets the address and the connection of each request', async () => {
  const callers: Caller[] = [];
  const server = await serveTo(async (caller) => {
    callers.push(caller);
  });
  const ask = async (agent: Agent) => {
    const [answer] = await once(get(`${server.url}/progress`, { agent }), 'response');
    await buffer(answer);
  };
  const [first, second] = [connect(), connect()];

  for (const agent of [first, first, second]) await ask(agent);

  expect(callers.map(({ address }) => address)).toEqual(Array(3).fill('127.0.0.1'));
  expect(callers[1]?.connection).toBe(callers[0]?.connection);
  expect(callers[2]?.connection).not.toBe(callers[0]?.connection);
});

test.each([
  ['the client leaves', (leave: () => void) => leave()],
  ['the tracker stops', (_leave: () => void, stop: () => void) => stop()],
])('the signal of a caller aborts when %s', async (_, end) => {
  const asked = Promise.withResolvers<Caller>();
  const done = Promise.withResolvers<void>();
  const server = await serveTo(async (caller) => {
    asked.resolve(caller);
    await done.promise;
  });
  const request = get(`${server.url}/progress`, { agent: connect() }).on('error', () => {});
  const { signal } = await asked.promise;
  const aborted = once(signal, 'abort');

  end(
    () => request.destroy(),
    () => void server.stop(),
  );
  await aborted;
  done.resolve();

  expect(signal.aborted).toBe(true);
});

test.each([
  ['GET', '/healthz', 200],
  ['GET', '/nowhere', 404],
  ['GET', '/history', 404],
  ['OPTIONS', '/progress', 204],
])('%s %s is answered with the headers of the API', async (method, path, status) => {
  const answer = await app().request(path, { method });

  expect(answer.status).toBe(status);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': 'https://page.example',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
});

test.each([
  ['https://tracker.example:8443', 'max-age=31536000'],
  ['https://192.168.1.2', 'max-age=31536000'],
  ['http://tracker.example', null],
  // It would apply to the other ports of this machine too.
  ['https://localhost:8443', null],
  ['https://127.0.0.1', null],
  ['https://[::1]', null],
])('at %s, Strict-Transport-Security is %s', async (origin, expected) => {
  const tracker = app();

  for (const path of ['/healthz', '/nowhere', '/progress', '/docs']) {
    const { headers } = await tracker.request(`${origin}${path}`);
    expect(headers.get('strict-transport-security'), path).toBe(expected);
  }
});
