import { expect, test } from 'vitest';
import type { Build } from './build.ts';
import { createKeptPage, type Surroundings } from './kept-page.ts';

const SCOPE = 'https://tracker.example/my/tracker/';

const first: Build = {
  version: '1',
  files: [
    { path: '', integrity: 'sha256-1' },
    { path: 'assets/index-1.js', integrity: 'sha256-2' },
    { path: 'favicon.svg', integrity: 'sha256-3' },
    { path: 'config.json' },
  ],
};
const second: Build = {
  version: '2',
  files: [{ path: '', integrity: 'sha256-4' }, { path: 'assets/index-2.js' }],
};

type Network = (url: string, init?: RequestInit) => Promise<Response>;

/** Answers with the version that it has, followed by the URL. */
const host =
  (version: string): Network =>
  async (url) =>
    new Response(`${version} ${url}`);
const offline: Network = async () => {
  throw new TypeError('Failed to fetch');
};
const never = () => new Promise<never>(() => {});

/** A browser's caches, without the options of `match` that the tests do not need. */
function memoryCaches() {
  const all = new Map<string, Map<string, Response>>();
  const copyIn = (name: string, url: string) => all.get(name)?.get(url)?.clone();
  const caches: Surroundings['caches'] = {
    async open(name) {
      const files = all.get(name) ?? new Map<string, Response>();
      all.set(name, files);
      return { put: async (url, response) => void files.set(String(url), response) };
    },
    async match(url, { cacheName } = {}) {
      const names = cacheName === undefined ? [...all.keys()] : [cacheName];
      return names.map((name) => copyIn(name, String(url))).find((copy) => copy !== undefined);
    },
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
  };
  return caches;
}

interface Options {
  readonly build?: Build;
  readonly caches?: Surroundings['caches'];
  readonly network?: Network;
  readonly patience?: () => Promise<void>;
}

function keptPage(options: Options) {
  const { build = first, caches = memoryCaches(), network = offline, patience = never } = options;
  const fetch: Surroundings['fetch'] = (request, init) =>
    network(typeof request === 'string' ? request : request.url, init);
  return createKeptPage(build, { fetch, caches, scope: SCOPE, patience });
}

/** Caches in which this build is kept. */
async function keptBy(build: Build, caches = memoryCaches()) {
  await keptPage({ build, caches, network: host(build.version) }).keep();
  return caches;
}

/** A request that a browser makes. Only browsers can make the one for a page. */
function requestFor(path: string, { mode = 'cors', method = 'GET', base = SCOPE } = {}): Request {
  const request = new Request(new URL(path, base), { method });
  return Object.defineProperty(request, 'mode', { value: mode });
}
const visit = (path: string) => requestFor(path, { mode: 'navigate' });

test.each([
  ['the page', visit('./')],
  ['the page by the name of its file', visit('./index.html')],
  ['the page with a query and a fragment', visit('./?from=bookmark#/shows')],
])('without a network, %s is the kept one', async (_, request) => {
  const page = keptPage({ caches: await keptBy(first) });

  const answer = await page.answer(request);

  expect(await answer?.text()).toBe(`1 ${SCOPE}`);
});

test.each(['assets/index-1.js', 'favicon.svg', 'config.json'])(
  'without a network, %s is the kept one',
  async (path) => {
    const page = keptPage({ caches: await keptBy(first) });

    const answer = await page.answer(requestFor(path));

    expect(await answer?.text()).toBe(`1 ${SCOPE}${path}`);
  },
);

test.each([
  ['the API', requestFor('progress')],
  ['another page of the tracker', visit('docs')],
  ['a changing request', requestFor('config.json', { method: 'PUT' })],
  ['another site on the origin', requestFor('/config.json')],
  [
    'another origin',
    requestFor('assets/index-1.js', { base: 'https://other.example/my/tracker/' }),
  ],
  ['the page’s address, but not to open it', requestFor('./')],
])('requests for %s are left to the browser', async (_, request) => {
  const page = keptPage({ caches: await keptBy(first) });

  expect(page.answer(request)).toBeUndefined();
});

test('with a network, the page is the host’s, and its assets are not loaded again', async () => {
  const asked: string[] = [];
  const network: Network = (url) => {
    asked.push(url);
    return host('2')(url);
  };
  const page = keptPage({ caches: await keptBy(first), network });

  const answer = await page.answer(visit('./'));
  await page.answer(requestFor('assets/index-1.js'));

  expect(await answer?.text()).toBe(`2 ${SCOPE}`);
  expect(asked).toStrictEqual([SCOPE]);
});

test.each<readonly [string, Network, Options['patience']]>([
  [
    'a proxy answers that the tracker is down',
    async () => new Response('', { status: 502 }),
    never,
  ],
  ['the network takes too long', never, async () => {}],
])('if %s, the kept page opens', async (_, network, patience = never) => {
  const page = keptPage({ caches: await keptBy(first), network, patience });

  const answer = await page.answer(visit('./'));

  expect(await answer?.text()).toBe(`1 ${SCOPE}`);
});

test('once nothing is kept, the browser gets what the network says', async () => {
  const page = keptPage({ network: async () => new Response('', { status: 502 }) });

  expect((await page.answer(visit('./')))?.status).toBe(502);
  await expect(keptPage({}).answer(visit('./'))).rejects.toThrow('Failed to fetch');
});

test('a new page from the host never replaces the kept one, whose assets it does not know', async () => {
  const caches = await keptBy(first);
  await keptPage({ caches, network: host('2') }).answer(visit('./'));

  const answer = await keptPage({ caches }).answer(visit('./'));

  expect(await answer?.text()).toBe(`1 ${SCOPE}`);
});

test('open pages of both builds have their assets until the new worker is active', async () => {
  const caches = await keptBy(second, await keptBy(first));
  const page = keptPage({ caches });

  const answers = await Promise.all([
    page.answer(requestFor('assets/index-1.js')),
    page.answer(requestFor('assets/index-2.js')),
    page.answer(visit('./')),
  ]);

  expect(await Promise.all(answers.map((answer) => answer?.text()))).toStrictEqual([
    `1 ${SCOPE}assets/index-1.js`,
    `2 ${SCOPE}assets/index-2.js`,
    `1 ${SCOPE}`,
  ]);
});

test('an active worker removes what earlier builds kept, but nothing of others', async () => {
  const caches = memoryCaches();
  await caches.open('another site');
  await caches.open('immersion-tracker https://tracker.example/ 1');
  await keptBy(second, await keptBy(first, caches));

  await keptPage({ build: second, caches }).removeOthers();

  expect(await caches.keys()).toStrictEqual([
    'another site',
    'immersion-tracker https://tracker.example/ 1',
    `immersion-tracker ${SCOPE} 2`,
  ]);
});

test.each<readonly [string, Network]>([
  ['is missing', async (url) => new Response('', { status: url.endsWith('.js') ? 404 : 200 })],
  ['cannot be loaded', (url) => (url.endsWith('.js') ? offline(url) : host('1')(url))],
])('if a file %s, nothing is kept', async (_, network) => {
  const caches = memoryCaches();

  await expect(keptPage({ caches, network }).keep()).rejects.toThrow();

  expect(await caches.keys()).toStrictEqual([]);
});

test('if the browser cannot keep a file, the page, which would open without it, is not kept', async () => {
  const caches = memoryCaches();
  const { open } = caches;
  caches.open = async (name) => {
    const { put } = await open(name);
    return {
      put: (request, response) =>
        String(request).endsWith('.js')
          ? Promise.reject(new DOMException('fake', 'QuotaExceededError'))
          : put(request, response),
    };
  };

  const keeping = keptPage({ caches, network: host('1') }).keep();

  await expect(keeping).rejects.toThrow('fake');
  await expect(keptPage({ caches }).answer(visit('./'))).rejects.toThrow('Failed to fetch');
});

test('files are downloaded with their integrity, from where they are newest, and without redirects', async () => {
  const asked: unknown[] = [];
  const network: Network = (url, init) => {
    asked.push([url.slice(SCOPE.length), init]);
    return host('1')(url);
  };

  await keptPage({ network }).keep();

  expect(asked).toStrictEqual([
    ['', { integrity: 'sha256-1', cache: 'no-cache', redirect: 'error' }],
    ['assets/index-1.js', { integrity: 'sha256-2', cache: 'default', redirect: 'error' }],
    ['favicon.svg', { integrity: 'sha256-3', cache: 'no-cache', redirect: 'error' }],
    ['config.json', { cache: 'no-cache', redirect: 'error' }],
  ]);
});

test('a page that is kept already is not downloaded again', async () => {
  const caches = await keptBy(first);

  await expect(keptPage({ caches, network: offline }).keep()).resolves.toBeUndefined();
});

test('a page that is forgotten while it is downloaded is not kept, but can be kept again', async () => {
  const caches = memoryCaches();
  const downloaded = Promise.withResolvers<void>();
  const network: Network = async (url) => {
    await downloaded.promise;
    return host('1')(url);
  };
  const page = keptPage({ caches, network });

  const keeping = page.keep();
  await page.forget();
  downloaded.resolve();
  await keeping;
  const afterwards = await caches.keys();
  await page.keep();

  expect(afterwards).toStrictEqual([]);
  expect(await caches.keys()).toStrictEqual([`immersion-tracker ${SCOPE} 1`]);
});
