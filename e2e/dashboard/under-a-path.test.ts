import { once } from 'node:events';
import { createServer, request as forward, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTracker, type Tracker } from '../testing/trackers/local-host.ts';
import { putItems, twentyMonths } from './testing/history.ts';
import { overview, signIn, useVisits } from './testing/visit.ts';

// The tracker behind a proxy that has other things too, and shows it under a path of its own.

const PREFIX = '/my/tracker';

const visits = useVisits();
let proxy: Server;
let origin: string;
let tracker: Tracker;
beforeAll(async () => {
  tracker = await startTracker();
  putItems(tracker, 'alice', twentyMonths());
  proxy = createServer((request, response) => {
    const { method, headers, url = '' } = request;
    const [, path] = /^\/my\/tracker(\/.*|\?.*|)$/.exec(url) ?? [];
    if (path === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/html' }).end('<title>Another page</title>');
      return;
    }
    const target = `${tracker.url}${path.startsWith('/') ? path : `/${path}`}`;
    const passed = forward(target, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const address = proxy.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
});
afterAll(async () => {
  proxy?.closeAllConnections();
  proxy?.close();
  await tracker?.remove();
});

test.each([
  ['with a slash', `${PREFIX}/`],
  ['without', PREFIX],
  ['without, with what was looked at', `${PREFIX}?from=bookmark#/shows`],
  ['by the name of its file', `${PREFIX}/index.html`],
])('the dashboard works there, %s', async (_, path) => {
  const page = await signIn(await visits.newcomer(), `${origin}${path}`);

  if (path.includes('#')) await page.waitForURL(`${origin}${PREFIX}/?from=bookmark#/shows`);
  else await overview(page).waitFor();
  const broken = () =>
    [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length;
  await expect.poll(() => page.evaluate(broken)).toBe(0);
});
