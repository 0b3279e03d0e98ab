import type { Build, KeptFile } from './build.ts';
import { cachePrefix } from './cache-prefix.ts';

/** What the service worker uses of the browser. */
export interface Surroundings {
  readonly fetch: (request: Request | string, init?: RequestInit) => Promise<Response>;
  readonly caches: Pick<CacheStorage, 'match' | 'keys' | 'delete'> & {
    open(name: string): Promise<Pick<Cache, 'put'>>;
  };
  /** URL of the page's folder, with a slash at the end. */
  readonly scope: string;
  /** Resolves once a request has waited too long for the network. */
  readonly patience: () => Promise<void>;
}

export interface KeptPage {
  /** Keeps all files of this build, unless it has them already. If that fails, the page is not kept. */
  keep(): Promise<void>;
  /** Removes the files of all builds, including those that are still being downloaded. */
  forget(): Promise<void>;
  /** Removes the files of all other builds. */
  removeOthers(): Promise<void>;
  /** Answers a request for a file of the page. Leaves any other request to the browser. */
  answer(request: Request): Promise<Response> | undefined;
}

/** The copy of the page that its service worker keeps, so that the page opens without a network. */
export function createKeptPage(
  { version, files }: Build,
  { fetch, caches, scope, patience }: Surroundings,
): KeptPage {
  const prefix = cachePrefix(scope);
  const cacheName = `${prefix}${version}`;
  const paths = new Set(files.map(({ path }) => path));
  let wanted = true;

  /** Unlike opening the cache, looking for a file does not create it. */
  const copyOf = (url: string) => caches.match(url, { cacheName, ignoreVary: true });

  async function remove(isOutdated: (name: string) => boolean): Promise<void> {
    const names = await caches.keys();
    const outdated = names.filter((name) => name.startsWith(prefix) && isOutdated(name));
    await Promise.all(outdated.map((name) => caches.delete(name)));
  }

  async function download({ path, integrity }: KeptFile): Promise<readonly [string, Response]> {
    const url = `${scope}${path}`;
    // During a deployment, some files may be from another build. The integrity check rejects them.
    const response = await fetch(url, {
      ...(integrity !== undefined && { integrity }),
      // The page has just loaded its assets, so the browser's own cache has them.
      cache: isAsset(path) ? 'default' : 'no-cache',
      // A proxy may redirect to its own login.
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
    return [url, response];
  }

  /** Any build's copy will do, since the name has a hash of the content. */
  async function fromCacheFirst(request: Request, url: string): Promise<Response> {
    return (await caches.match(url, { ignoreVary: true })) ?? fetch(request);
  }

  /**
   * Never keeps what the network answers. A newer page would name assets that this build does not have; the
   * next build's worker keeps them together.
   */
  async function fromNetworkFirst(request: Request, url: string): Promise<Response> {
    const network = fetch(request);
    const answer = await Promise.race([network.catch(() => undefined), patience()]);
    // A proxy answers 502 or so when the tracker is down.
    if (answer && answer.status < 500) return answer;
    return (await copyOf(url)) ?? network;
  }

  return {
    async keep() {
      wanted = true;
      const copies = await Promise.all(files.map(({ path }) => copyOf(`${scope}${path}`)));
      if (copies.every((copy) => copy !== undefined)) return;
      const answers = await Promise.all(files.map(download));
      if (!wanted) return;
      const cache = await caches.open(cacheName);
      const isPage = ([url]: readonly [string, Response]) => url === scope;
      const put = ([url, response]: readonly [string, Response]) => cache.put(url, response);
      // The page comes last: if the browser has room for only some of its files, it must not open.
      await Promise.all(answers.filter((answer) => !isPage(answer)).map(put));
      await Promise.all(answers.filter(isPage).map(put));
    },
    forget() {
      wanted = false;
      return remove(() => true);
    },
    removeOthers: () => remove((name) => name !== cacheName),
    answer(request) {
      const { origin, pathname } = new URL(request.url);
      const url = `${origin}${pathname}`;
      if (request.method !== 'GET' || !url.startsWith(scope)) return undefined;
      const path = url.slice(scope.length);
      if (isAsset(path)) return fromCacheFirst(request, url);
      if (path === '' || path === 'index.html') {
        return request.mode === 'navigate' ? fromNetworkFirst(request, scope) : undefined;
      }
      return paths.has(path) ? fromNetworkFirst(request, url) : undefined;
    },
  };
}

const isAsset = (path: string): boolean => path.startsWith('assets/');
