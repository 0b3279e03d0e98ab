import { startBrowser } from '@immersion-tracker/e2e/browser';
import { DAY, movie, putItems, show } from '@immersion-tracker/e2e/history';
import { startTracker, USERS } from '@immersion-tracker/e2e/tracker';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

// Part of `npm run bench`: how long the longest tasks of the dashboard's pages take after the first paint, with
// twenty years of history and 5,000 shows on a phone whose processor is four times as slow as this machine's.

/** Design limit of a task, in milliseconds. */
const LIMIT_MS = 200;
const SLOWDOWN = 4;
/** Milliseconds after which the page has done everything that it does. */
const SETTLE_MS = 1000;
const SHOWS = 5000;
const YEARS = 20;

const [alice] = USERS;
const tracker = await startTracker();
const days = YEARS * 365;
putItems(tracker, 'alice', [
  ...Array.from({ length: SHOWS }, (_, index) =>
    show({
      ...{ folder: `Show ${index}`, episodes: 2, every: DAY / 2 },
      first: Math.floor((days * (index + 1)) / SHOWS) * DAY,
      tvdb: { id: index + 1, name: `番組 ${index}`, image: 'data:image/svg+xml,' },
    }),
  ).flat(),
  ...Array.from({ length: days }, (_, index) =>
    movie(`${index}`, `Movie ${index}`, '', index * DAY),
  ),
]);

const { server, close } = await startBrowser();
const browser = await chromium.connect(server.wsEndpoint());
const context = await browser.newContext({
  ...{
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
});
const login = JSON.stringify(JSON.stringify(alice));
await context.addInitScript(`sessionStorage.setItem('immersion-tracker.login', ${login})`);

const pages: readonly [name: string, hash: string, act?: (page: Page) => Promise<unknown>][] = [
  ['Overview', ''],
  ['Overview, scrolled', '', (page) => page.mouse.wheel(0, 20_000)],
  ['Overview, another year', '', (page) => page.getByLabel('Change').selectOption({ index: 2 })],
  ['Shows', '#shows'],
  ['Shows, scrolled', '#shows', (page) => page.mouse.wheel(0, 100_000)],
  ['Shows, searched', '#shows', (page) => page.getByRole('searchbox').fill('4999')],
  ['Movies', '#movies'],
  ['Watched', '#watched'],
  ['Year', '#year'],
  ['Settings', '#settings'],
];
for (const [name, hash, act] of pages) {
  const longest = await longestTask(context, `${tracker.url}/${hash}`, act);
  const over = longest > LIMIT_MS ? '  over the limit' : '';
  process.stdout.write(`${name.padEnd(26)}${longest.toFixed(0).padStart(6)} ms${over}\n`);
}
await browser.close();
await close();
await tracker.remove();

/** The longest task after the first paint of a page, and of what somebody does on it; 0 if all are below 50 ms. */
async function longestTask(
  visitor: BrowserContext,
  url: string,
  act?: (page: Page) => Promise<unknown>,
): Promise<number> {
  const page = await visitor.newPage();
  await page.addInitScript(`
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries()))
      .observe({ type: 'longtask', buffered: true });
  `);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(url);
  await page.locator('header time').waitFor();
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await page.waitForTimeout(SETTLE_MS);
  const longest = await page.evaluate<number>(`
    const [{ startTime }] = performance.getEntriesByName('first-contentful-paint');
    const after = window.tasks.filter((task) => task.startTime >= startTime);
    Math.max(0, ...after.map(({ duration }) => duration))
  `);
  await page.close();
  return longest;
}
