import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { endpoints } from '@immersion-tracker/contract';
import { afterEach, expect, test } from 'vitest';
import type { Caller } from '../../../auth/attempts.ts';
import { createApp } from './app.ts';
import { createDashboard } from './dashboard.ts';
import { type Listening, listen } from './listen.ts';

let server: Listening;
const agents: Agent[] = [];
afterEach(async () => {
  for (const agent of agents.splice(0)) agent.destroy();
  await server.close();
});

/** Starts a tracker with one route. `authenticate` gets each caller. */
async function start(authenticate: (caller: Caller) => Promise<void>): Promise<void> {
  const route = async () => ({ status: 200, headers: {}, body: '{}' });
  const app = createApp(
    [{ endpoint: endpoints.getProgress, route }],
    async (_, caller) => {
      await authenticate(caller);
      return { user: 'alice', isReadOnly: false };
    },
    createDashboard('/nowhere'),
    { corsOrigin: 'https://page.example', requestDeadlineMs: 60_000, log: () => {} },
  );
  const config = { host: '127.0.0.1', port: 0, tls: undefined, requestDeadlineMs: 60_000 };
  server = await listen(app.fetch, config);
}

function connect(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return agent;
}

test('the limits on signing in learn the address and the connection of each request', async () => {
  const callers: Caller[] = [];
  await start(async (caller) => {
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

test('the signal of a caller aborts when the client leaves', async () => {
  const asked = Promise.withResolvers<Caller>();
  const done = Promise.withResolvers<void>();
  await start(async (caller) => {
    asked.resolve(caller);
    await done.promise;
  });
  const request = get(`${server.url}/progress`, { agent: connect() }).on('error', () => {});
  const { signal } = await asked.promise;
  const aborted = once(signal, 'abort');

  request.destroy();
  await aborted;
  done.resolve();

  expect(signal.aborted).toBe(true);
});
