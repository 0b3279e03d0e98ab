import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../testing/programs/program.ts';
import { startTracker, type Tracker } from '../testing/trackers/local-host.ts';
import { putItems, twentyMonths } from './testing/history.ts';
import { enter, useVisits } from './testing/visit.ts';

// The page on one origin and the API on another one, as CloudFront and API Gateway have them.

const types = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
]);

const visits = useVisits();
let pages: Server;
let page: string;
let tracker: Tracker;
beforeAll(async () => {
  pages = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', page);
    if (pathname === '/config.json') {
      response.end(JSON.stringify({ api_url: tracker.url, time_zone: 'Europe/Berlin' }));
      return;
    }
    const file = pathname === '/' ? '/index.html' : pathname;
    response.setHeader('Content-Type', types.get(extname(file)) ?? 'text/plain');
    response.end(readFileSync(join(ROOT, 'web/dist', file)));
  });
  await once(pages.listen(0, '127.0.0.1'), 'listening');
  const address = pages.address();
  page = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  tracker = await startTracker({ environment: { IMMERSION_TRACKER_CORS_ORIGIN: page } });
  putItems(tracker, 'alice', twentyMonths());
});
afterAll(async () => {
  pages?.close();
  await tracker?.remove();
});

test('a wrong password, then the right one', async () => {
  const tab = await (await visits.newcomer()).newPage();
  await tab.goto(page);

  await enter(tab, 'alice', 'wrong');
  await tab.getByText('User or password is wrong.').waitFor();
  await enter(tab, 'alice');

  await tab.getByRole('heading', { name: 'of immersion' }).waitFor();
  expect(await tab.locator('footer').innerText()).toContain('Europe/Berlin');
});
