import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request as forward, type RequestListener, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../testing/programs/program.ts';
import { startTracker, type Tracker } from '../testing/trackers/local-host.ts';
import { putItems, twentyMonths } from './testing/history.ts';
import { enter, overview, signIn, useVisits } from './testing/visit.ts';

const PREFIX = '/my/tracker';

const types = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
]);

const visits = useVisits();
const servers: Server[] = [];
let tracker: Tracker;
/** The page on a different origin from the API, as on CloudFront and API Gateway. */
let elsewhere: string;
/** A proxy that serves the tracker below a path, next to other sites. */
let proxy: string;
beforeAll(async () => {
  elsewhere = await serve((request, response) => {
    const { pathname } = new URL(request.url ?? '', elsewhere);
    if (pathname === '/config.json') {
      response.end(JSON.stringify({ api_url: tracker.url }));
      return;
    }
    const file = pathname === '/' ? '/index.html' : pathname;
    response.setHeader('Content-Type', types.get(extname(file)) ?? 'text/plain');
    response.end(readFileSync(join(ROOT, 'web/dist', file)));
  });
  proxy = await serve((request, response) => {
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
  tracker = await startTracker({ environment: { IMMERSION_TRACKER_CORS_ORIGIN: elsewhere } });
  putItems(tracker, 'alice', twentyMonths());
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await tracker?.remove();
});

/** Serves on a free port, and returns the origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
}

test('a user can sign in on a different origin from the API, even after a wrong password', async () => {
  const tab = await (await visits.newcomer()).newPage();
  await tab.goto(elsewhere);

  await enter(tab, 'alice', 'wrong');
  await tab.getByText('User or password is wrong.').waitFor();
  await enter(tab, 'alice');

  await overview(tab).waitFor();
});

test.each([
  // Redirects to the path with a slash.
  ['without a slash', PREFIX],
  ['without a slash, with a query and a fragment', `${PREFIX}?from=bookmark#/shows`],
  ['by the name of its file', `${PREFIX}/index.html`],
])('the dashboard works under a path %s', async (_, path) => {
  const page = await signIn(await visits.newcomer(), `${proxy}${path}`);

  if (path.includes('#')) await page.waitForURL(`${proxy}${PREFIX}/?from=bookmark#/shows`);
  else await overview(page).waitFor();
  const broken = () =>
    [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length;
  await expect.poll(() => page.evaluate(broken)).toBe(0);
});
