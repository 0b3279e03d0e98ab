import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { endpoints } from '@immersion-tracker/contract';
import { afterEach, expect, test } from 'vitest';
import type { Caller } from '../../../auth/attempts.ts';
import { createApp } from './app.ts';
import { createDashboard } from './dashboard.ts';
import { type Listening, listen } from './listen.ts';

let server: Listening | undefined;
const agents: Agent[] = [];
afterEach(async () => {
  for (const agent of agents.splice(0)) agent.destroy();
  await server?.close();
  server = undefined;
});

/** A tracker with one route. `authenticate` gets each caller. */
function appWith(authenticate: (caller: Caller) => Promise<void>) {
  const route = async () => ({ status: 200, headers: {}, body: '{}' });
  return createApp(
    [{ endpoint: endpoints.getProgress, route }],
    async (_, caller) => {
      await authenticate(caller);
      return { user: 'alice', isReadOnly: false };
    },
    createDashboard('/nowhere'),
    { corsOrigin: 'https://page.example', requestDeadlineMs: 60_000, log: () => {} },
  );
}

/** Starts such a tracker, and returns its address. */
async function start(authenticate: (caller: Caller) => Promise<void>): Promise<string> {
  const app = appWith(authenticate);
  const config = { host: '127.0.0.1', port: 0, tls: undefined, requestDeadlineMs: 60_000 };
  server = await listen(app.fetch, config, () => {});
  return server.url;
}

function connect(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return agent;
}

test('the limits on signing in learn the address and the connection of each request', async () => {
  const callers: Caller[] = [];
  const url = await start(async (caller) => {
    callers.push(caller);
  });
  const ask = async (agent: Agent) => {
    const [answer] = await once(get(`${url}/progress`, { agent }), 'response');
    await buffer(answer);
  };
  const [first, second] = [connect(), connect()];

  for (const agent of [first, first, second]) await ask(agent);

  expect(callers.map(({ address }) => address)).toEqual(Array(3).fill('127.0.0.1'));
  expect(callers[1]?.connection).toBe(callers[0]?.connection);
  expect(callers[2]?.connection).not.toBe(callers[0]?.connection);
});

test('the signal of a caller aborts when the client leaves', async () => {
  const asked = Promise.withResolvers<Caller>();
  const done = Promise.withResolvers<void>();
  const url = await start(async (caller) => {
    asked.resolve(caller);
    await done.promise;
  });
  const request = get(`${url}/progress`, { agent: connect() }).on('error', () => {});
  const { signal } = await asked.promise;
  const aborted = once(signal, 'abort');

  request.destroy();
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
  const answer = await appWith(async () => {}).request(path, { method });

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
  // Also the other ports of this name would need HTTPS.
  ['https://localhost:8443', null],
  ['https://127.0.0.1', null],
  ['https://[::1]', null],
])('at %s, Strict-Transport-Security is %s', async (origin, expected) => {
  const app = appWith(() => Promise.reject(new Error('fake')));

  for (const path of ['/healthz', '/nowhere', '/progress', '/docs']) {
    const { headers } = await app.request(`${origin}${path}`);
    expect(headers.get('strict-transport-security'), path).toBe(expected);
  }
});
