import { once } from 'node:events';
import { createServer, request as forward, type Server } from 'node:http';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTracker, type Tracker } from '../testing/trackers/local-host.ts';
import { enter, useVisits } from './testing/visit.ts';

const PREFIX = '/my/tracker';

/** What the tests read of the web app manifest. */
interface Manifest {
  readonly name: string;
  readonly start_url: string;
  readonly scope: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string }[];
}

const visits = useVisits();
let tracker: Tracker;
/** Serves the tracker below a path. */
let proxy: Server;
let address: string;
/** Paths that the proxy does not answer, as if the tracker was very slow. */
const held = new Set<string>();
/** Called for each request that the proxy holds. */
let onHeld: (release: () => Promise<void>) => void = () => {};
beforeAll(async () => {
  tracker = await startTracker();
  proxy = createServer(({ method, headers, url = '' }, response) => {
    if (url === '/other.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end();
      return;
    }
    const path = url.slice(PREFIX.length);
    const pass = async () => {
      const passed = forward(`${tracker.url}${path}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      passed.on('error', () => response.writeHead(502).end());
      passed.end();
      await once(response, 'close');
    };
    if (held.has(path)) onHeld(pass);
    else void pass();
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const bound = proxy.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}${PREFIX}/`;
});
afterEach(() => held.clear());
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await tracker?.remove();
});

const newcomer = () => visits.newcomer({ serviceWorkers: 'allow' });

async function stayingSignedIn(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Stay signed in on this device').check();
  await enter(page, 'alice');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return page;
}

/** Resolves once the page is kept. */
const kept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** What the browser has for use without a network. */
const leftovers = (page: Page) =>
  page.evaluate(async () => ({
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
  }));

const nothing = { caches: 0, workers: 0, databases: 0 };

/** Puts a database in the browser under the name of the saved report's. */
const saveReport = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('immersion-tracker');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    opening.result.close();
  });

test.each([
  ['at the root', () => `${tracker.url}/`],
  ['below a path', () => address],
])('%s, the page opens without a network after the first visit', async (_, url) => {
  const context = await newcomer();
  const first = await stayingSignedIn(context, url());
  await kept(first);
  await first.close();
  await context.setOffline(true);

  for (const path of ['', 'index.html', '?from=bookmark#/shows']) {
    const page = await context.newPage();
    await page.goto(`${url()}${path}`);
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.getByRole('alert').getByText('this device is offline').waitFor();
  }
});

test('while the tracker is down, the page opens and says so', async () => {
  const own = await startTracker();
  const context = await newcomer();
  const first = await stayingSignedIn(context, own.url);
  await kept(first);
  await own.stop();

  await first.reload();

  await first.getByRole('alert').getByText('The tracker cannot be reached').waitFor();
  await own.remove();
});

test('nothing is kept before somebody signs in', async () => {
  const page = await (await newcomer()).newPage();
  await page.goto(address);
  await enter(page, 'alice', 'wrong');
  await page.getByText('User or password is wrong.').waitFor();

  expect(await leftovers(page)).toStrictEqual(nothing);
});

test('signing out in one tab removes everything, also while another tab is open', async () => {
  const context = await newcomer();
  const one = await stayingSignedIn(context, address);
  await kept(one);
  await saveReport(one);
  const two = await context.newPage();
  await two.goto(address);
  const before = await leftovers(two);

  await two.getByRole('button', { name: 'Sign out' }).click();

  await one.getByLabel('User').waitFor();
  for (const page of [one, two]) await expect.poll(() => leftovers(page)).toStrictEqual(nothing);
  expect(before).toStrictEqual({ caches: 1, workers: 1, databases: 1 });
});

test('after signing out and in again, the page is kept again', async () => {
  const context = await newcomer();
  const page = await stayingSignedIn(context, address);
  await kept(page);
  await page.reload();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(() => leftovers(page)).toStrictEqual(nothing);

  await page.getByLabel('Stay signed in on this device').check();
  await enter(page, 'alice');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await expect.poll(() => leftovers(page)).toMatchObject({ caches: 1 });
  await context.setOffline(true);
  await page.reload();

  await page.getByRole('button', { name: 'Sign out' }).waitFor();
});

test('signing out while the page is still being kept leaves nothing', async () => {
  held.add('/icon-512.png');
  const asked = new Promise<() => Promise<void>>((resolve) => {
    onHeld = resolve;
  });
  const page = await stayingSignedIn(await newcomer(), address);
  const release = await asked;

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('User').waitFor();
  await release();

  await expect.poll(() => leftovers(page)).toStrictEqual(nothing);
});

test('a refused login removes everything', async () => {
  const page = await stayingSignedIn(await newcomer(), address);
  await kept(page);
  await saveReport(page);
  await page.route('**/progress', (route) =>
    route.fulfill({ status: 401, json: { message: 'Unauthorized', code: 'unauthorized' } }),
  );

  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText('is no longer valid').waitFor();

  await expect.poll(() => leftovers(page)).toStrictEqual(nothing);
});

test('the service worker and the caches of other sites on the same origin stay', async () => {
  const context = await newcomer();
  const page = await stayingSignedIn(context, address);
  await kept(page);
  const other = await context.newPage();
  await other.goto(address);
  await other.evaluate(async () => {
    await navigator.serviceWorker.register('/other.js', { scope: '/' });
    await caches.open('immersion-tracker http://127.0.0.1/other/ 1');
  });

  await page.getByRole('button', { name: 'Sign out' }).click();

  // Each tab removes what is left.
  await other.getByLabel('User').waitFor();
  for (const tab of [page, other]) {
    await expect.poll(() => leftovers(tab)).toMatchObject({ caches: 1, workers: 1 });
  }
});

test('the browser can install the page, and the manifest’s icons have the sizes that it names', async () => {
  const page = await (await newcomer()).newPage();
  await page.goto(address);
  const session = await page.context().newCDPSession(page);

  const { url, errors, data = '' } = await session.send('Page.getAppManifest');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  const manifest: Manifest = JSON.parse(data);
  const sizes = await page.evaluate(
    (sources) =>
      Promise.all(
        sources.map(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }),
      ),
    manifest.icons.map(({ src }) => new URL(src, url).href),
  );

  expect(errors).toStrictEqual([]);
  expect(installabilityErrors).toStrictEqual([]);
  expect(manifest.name).toBe('Immersion tracker');
  expect(new URL(manifest.start_url, url).href).toBe(address);
  expect(new URL(manifest.scope, url).href).toBe(address);
  expect(sizes).toStrictEqual(manifest.icons.map((icon) => icon.sizes));
});
