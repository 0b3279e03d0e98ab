import { once } from 'node:events';
import { createServer } from 'node:http';
import { startBrowser } from '@immersion-tracker/e2e/browser';
import { putItems, twentyMonths } from '@immersion-tracker/e2e/history';
import { startTracker, USERS } from '@immersion-tracker/e2e/tracker';
import { chromium, type Page } from 'playwright-core';
import { median } from './median.ts';

// Part of `npm run bench`: how long a freshly started browser takes from the address to the sign-in form, and to
// the overview of somebody who stayed signed in. Compares both with a page of one line (floor).

/** How many browsers to start. Each opens the three pages in random order, without a cache. */
const RUNS = 10;
/** Design limit, in milliseconds. */
const LIMIT_MS = 1000;

const words = { floor: 'One line', signIn: 'Sign in', report: /^[\d,]+ hours?$/ };
type What = keyof typeof words;

const [alice] = USERS;
const tracker = await startTracker();
putItems(tracker, 'alice', twentyMonths());
const floor = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(`<!doctype html><title>floor</title><h1>${words.floor}</h1>`);
});
await once(floor.listen(0, '127.0.0.1'), 'listening');
const address = floor.address();
const floorUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;

const times: Record<What, number[]> = { floor: [], signIn: [], report: [] };
for (let run = 0; run < RUNS; run += 1) {
  const { server, close } = await startBrowser();
  const browser = await chromium.connect(server.wsEndpoint());
  for (const what of (Object.keys(words) as What[]).toSorted(() => Math.random() - 0.5)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    if (what === 'report') await saveLogin(page);
    times[what].push(await firstHeading(page, what));
    await context.close();
  }
  await browser.close();
  await close();
}
floor.close();
await tracker.remove();

const lines = (Object.keys(words) as What[]).map((what) => {
  const [middle, longest] = [median(times[what]), Math.max(...times[what])];
  const over = middle > LIMIT_MS ? '  over the limit' : '';
  return `${what.padEnd(14)}${middle.toFixed(0).padStart(6)} ms${longest.toFixed(0).padStart(8)} ms${over}\n`;
});
process.stdout.write(
  `Time from the address to the first heading in a fresh browser, median and longest of ${RUNS} (limit: ${LIMIT_MS} ms)\n${lines.join('')}`,
);

async function saveLogin(page: Page): Promise<void> {
  const login = JSON.stringify(JSON.stringify(alice));
  await page.addInitScript(`sessionStorage.setItem('immersion-tracker.login', ${login})`);
}

async function firstHeading(page: Page, what: What): Promise<number> {
  const start = performance.now();
  await page.goto(what === 'floor' ? floorUrl : tracker.url, { waitUntil: 'commit' });
  await page.getByRole('heading', { name: words[what] }).waitFor();
  return performance.now() - start;
}
