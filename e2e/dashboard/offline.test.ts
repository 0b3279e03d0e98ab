import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request as forward, type Server } from 'node:http';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../testing/programs/program.ts';
import { startTracker, type Tracker } from '../testing/trackers/local-host.ts';
import { putItems, twentyMonths } from './testing/history.ts';
import { enter, overview, signOut, troubleBanner, useVisits } from './testing/visit.ts';

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
/** Files that the proxy serves in place of the tracker's, by path. */
const deployed = new Map<string, { readonly type: string; readonly content: string }>();
/** Called for each request that the proxy holds. */
let onHeld: (release: () => Promise<void>) => void = () => {};
beforeAll(async () => {
  tracker = await startTracker();
  putItems(tracker, 'alice', twentyMonths());
  proxy = createServer(({ method, headers, url = '' }, response) => {
    if (url === '/other.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end();
      return;
    }
    const path = url.slice(PREFIX.length);
    const file = deployed.get(path);
    if (file) {
      response.writeHead(200, { 'Content-Type': file.type }).end(file.content);
      return;
    }
    const pass = async () => {
      const passed = forward(`${tracker.url}${path}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      passed.on('error', () => response.writeHead(502).end());
      passed.end();
      if (!response.closed) await once(response, 'close');
    };
    if (held.has(path)) onHeld(pass);
    else void pass();
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const bound = proxy.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}${PREFIX}/`;
});
afterEach(() => {
  held.clear();
  deployed.clear();
});
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
  await overview(page).waitFor();
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

/** Holds the download of an icon that only the service worker asks for. Resolves when it does. */
function holdIcon(): Promise<() => Promise<void>> {
  held.add('/icon-512.png');
  return new Promise((resolve) => {
    onHeld = resolve;
  });
}

const nothing = { caches: 0, workers: 0, databases: 0 };

test.each([
  ['at the root', () => `${tracker.url}/`, ['']],
  ['below a path', () => address, ['', 'index.html', '?from=bookmark#overview']],
])('%s, the page opens without a network, with the last figures', async (_, url, paths) => {
  const context = await newcomer();
  const first = await stayingSignedIn(context, url());
  await kept(first);
  await first.close();
  await context.setOffline(true);

  for (const path of paths) {
    const page = await context.newPage();
    await page.goto(`${url()}${path}`);
    await overview(page).waitFor();
    await troubleBanner(page).getByText('Offline. This is how it was').waitFor();
  }
});

test('a page that was opened offline loads what it lacks once the network is back', async () => {
  const context = await newcomer();
  const page = await stayingSignedIn(context, tracker.url);
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: 'Watched', exact: true }).click();
  await page.getByText('Could not reach the tracker.').waitFor();

  await context.setOffline(false);

  await page.locator('.record').first().waitFor();
  await troubleBanner(page).waitFor({ state: 'detached' });
});

test('while the tracker is down, the page opens and says so', async () => {
  const own = await startTracker();
  const context = await newcomer();
  putItems(own, 'alice', twentyMonths());
  const first = await stayingSignedIn(context, own.url);
  await kept(first);
  await own.stop();

  await first.reload();

  await overview(first).waitFor();
  await troubleBanner(first).getByText('The tracker cannot be reached').waitFor();
  await own.remove();
});

/** A build whose page says so. */
function nextBuild() {
  const integrity = (content: string) => createHash('sha256').update(content).digest('base64');
  const [page, worker] = ['index.html', 'sw.js'].map((name) =>
    readFileSync(join(ROOT, 'web/dist', name), 'utf8'),
  ) as [string, string];
  const nextPage = page.replace('<html ', '<html data-build="next" ');
  const nextWorker = worker
    .replace(integrity(page), integrity(nextPage))
    .replace(/version:([`'"])\w+/, 'version:$1next');
  return {
    page: { type: 'text/html', content: nextPage },
    worker: { type: 'text/javascript', content: nextWorker },
  };
}

const buildOf = (page: Page) => page.locator('html').getAttribute('data-build');

test('a new build replaces the kept one when the last page of that one is closed', async () => {
  const context = await newcomer();
  const page = await stayingSignedIn(context, address);
  await kept(page);
  const next = nextBuild();
  deployed.set('/', next.page).set('/sw.js', next.worker);

  await page.reload();
  const online = await buildOf(page);
  await expect.poll(() => leftovers(page)).toMatchObject({ caches: 2 });
  await context.setOffline(true);
  await page.reload();
  const whileOpen = await buildOf(page);
  await context.setOffline(false);
  await page.goto(new URL('/other.js', address).href);
  const cacheNames = () => page.evaluate(() => caches.keys());
  await expect.poll(cacheNames).toStrictEqual([`immersion-tracker ${address} next`]);
  await context.setOffline(true);
  await page.goto(address);
  const afterwards = await buildOf(page);

  expect([online, whileOpen, afterwards]).toStrictEqual(['next', null, 'next']);
  await overview(page).waitFor();
});

test('while a deployment is in progress, the files of two builds are not mixed', async () => {
  const { page: nextPage, worker } = nextBuild();
  deployed.set('/sw.js', worker);
  const asked = holdIcon();
  const page = await stayingSignedIn(await newcomer(), address);
  const release = await asked;
  await release();
  await expect.poll(() => leftovers(page)).toMatchObject({ caches: 0, workers: 0 });
  held.clear();
  deployed.set('/', nextPage);

  await page.reload();
  await kept(page);

  expect(await leftovers(page)).toMatchObject({ caches: 1, workers: 1 });
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
  const two = await context.newPage();
  await two.goto(address);
  const before = await leftovers(two);

  await signOut(two);

  await one.getByLabel('User').waitFor();
  for (const page of [one, two]) await expect.poll(() => leftovers(page)).toStrictEqual(nothing);
  expect(before).toStrictEqual({ caches: 1, workers: 1, databases: 1 });
});

test('signing out after the page has failed removes everything, in all tabs', async () => {
  const context = await newcomer();
  const page = await stayingSignedIn(context, address);
  await kept(page);
  const other = await context.newPage();
  await other.goto(address);
  await overview(other).waitFor();
  await page.evaluate(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error('out of order');
      },
    });
  });

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Something went wrong on this page' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();

  for (const tab of [page, other]) await tab.getByLabel('User').waitFor();
  await expect.poll(() => leftovers(page)).toStrictEqual(nothing);
  expect(new URL(page.url()).hash).toBe('#overview');
  expect(visits.complaints()).not.toEqual([]);
});

test('after signing out and in again, the page is kept again', async () => {
  const context = await newcomer();
  const page = await stayingSignedIn(context, address);
  await kept(page);
  await page.reload();
  await signOut(page);
  await expect.poll(() => leftovers(page)).toStrictEqual(nothing);

  await page.getByLabel('Stay signed in on this device').check();
  await enter(page, 'alice');
  await overview(page).waitFor();
  await expect.poll(() => leftovers(page)).toMatchObject({ caches: 1 });
  await context.setOffline(true);
  await page.reload();

  await overview(page).waitFor();
});

test('signing out while the page is still being kept leaves nothing', async () => {
  const asked = holdIcon();
  const page = await stayingSignedIn(await newcomer(), address);
  const release = await asked;

  await signOut(page);
  await page.getByLabel('User').waitFor();
  await release();

  await expect.poll(() => leftovers(page)).toStrictEqual(nothing);
});

test('a refused login removes everything', async () => {
  const page = await stayingSignedIn(await newcomer(), address);
  await kept(page);
  await page.route('**/history', (route) =>
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

  await signOut(page);

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
