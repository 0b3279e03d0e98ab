import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { endpoints } from '@immersion-tracker/contract';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { HostRequest, Route } from '../../../../http/route.ts';
import { PublicError } from '../../../../kernel/errors.ts';
import { createApp } from '../app.ts';
import { appOptions, asAlice, serveApp } from '../testing/serve-app.ts';

const ok = { status: 200, headers: {}, body: '{}' };
const shows = (route: Route) => [{ endpoint: endpoints.getShows, route }];

/** Serves a route whose answers the test gives. */
async function servePending(timeouts = {}) {
  const calls: HostRequest[] = [];
  const answers = Promise.withResolvers<typeof ok>();
  const begun = Promise.withResolvers<void>();
  const served = await serveApp({
    timeouts,
    routes: shows((request) => {
      calls.push(request);
      begun.resolve();
      return answers.promise;
    }),
  });
  return { ...served, calls, answers, begun: begun.promise };
}

test('requests that have begun are finished, and their connections closed', async () => {
  const { url, stop, answers, begun } = await servePending();
  const asking = fetch(`${url}/shows`);
  await begun;

  const stopped = stop();
  answers.resolve(ok);
  const answer = await asking;
  await stopped;

  expect(answer.status).toBe(200);
  expect(answer.headers.get('connection')).toBe('close');
});

test.each([
  ['a length', 'Content-Length: 9\r\n\r\n{'],
  ['chunks', 'Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n'],
])('bodies of 100 clients that have not ended, with %s, are answered 503', async (_, body) => {
  const sent = Promise.withResolvers<void>();
  let received = 0;
  const { url, stop } = await serveApp({
    authenticate: (...request) => {
      received += 1;
      if (received === 100) sent.resolve();
      return asAlice(...request);
    },
  });
  const { hostname, port } = new URL(url);
  const answers = Array.from({ length: 100 }, () => {
    const client = connect(Number(port), hostname);
    client.write(`POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\n${body}`);
    return text(client);
  });
  await sent.promise;

  await stop();

  for (const answer of await Promise.all(answers)) {
    expect(answer).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n/);
    expect(answer).toMatch(/^retry-after: 1\r$/im);
    expect(answer).toMatch(/^connection: close\r$/im);
    expect(answer).toContain('"code":"overloaded"');
  }
});

test('a request that waits for its turn is answered 503 and does not begin', async () => {
  const stop = new AbortController();
  let begun = 0;
  const route = async () => {
    begun += 1;
    stop.abort(new PublicError('overloaded', 'stopping'));
    return ok;
  };
  const options = appOptions({ stopping: stop.signal });
  const app = createApp(shows(route), asAlice, new Hono(), options);

  const answers = await Promise.all([app.request('/shows'), app.request('/shows')]);
  const later = await app.request('/healthz');

  expect(answers.map(({ status }) => status)).toEqual([200, 503]);
  expect(begun).toBe(1);
  expect(later.status).toBe(503);
});

test('a request whose client leaves before its turn does not begin', async () => {
  const client = new AbortController();
  let begun = 0;
  const route = async () => {
    begun += 1;
    client.abort();
    return ok;
  };
  const app = createApp(shows(route), asAlice, new Hono(), appOptions());
  const leaving = new Request('http://localhost/shows', { signal: client.signal });

  const answers = await Promise.all([app.request('/shows'), app.request(leaving)]);

  expect(answers.map(({ status }) => status)).toEqual([200, 503]);
  expect(begun).toBe(1);
});

test('after the grace, the deadline of a request ends, so that it can still be answered', async () => {
  const { url, stop, calls, answers, begun } = await servePending({ graceMs: 20 });
  const asking = fetch(`${url}/shows`);
  await begun;
  const { deadline } = calls[0] ?? {};
  deadline?.signal.addEventListener('abort', () => answers.resolve({ ...ok, status: 502 }));

  await stop();

  expect((await asking).status).toBe(502);
  expect(deadline?.remainingMs()).toBe(0);
});

test('a request that goes on regardless is cut off', async () => {
  const { url, stop, begun } = await servePending({ graceMs: 10, goodbyeMs: 10 });
  const asking = fetch(`${url}/shows`).catch(() => 'cut off');
  await begun;

  await stop();

  expect(await asking).toBe('cut off');
});

test('a connection whose headers have not ended is closed', async () => {
  const { url, stop } = await serveApp();
  const { hostname, port } = new URL(url);
  const client = connect(Number(port), hostname).on('error', () => {});
  const closed = new Promise((resolve) => client.resume().once('close', resolve));
  client.write('GET /shows HTTP/1.1\r\nHo');
  await once(client, 'connect');

  await stop();

  await closed;
});
