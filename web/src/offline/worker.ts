import type { Build } from './build.ts';
import { createKeptPage } from './kept-page.ts';
import type { PageRequest } from './page-request.ts';

// The page's service worker. service-worker-plugin.ts builds it to `sw.js`.

declare const self: ServiceWorkerGlobalScope;
/** Defined when the worker is built. */
declare const BUILD: Build;

/** Milliseconds after which the kept page opens even though the network may still answer. */
const PATIENCE_MS = 4000;

const page = createKeptPage(BUILD, {
  fetch: (request, init) => fetch(request, init),
  caches,
  scope: self.registration.scope,
  patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
});

// Does not skip waiting: the worker of an earlier build goes on until the last of its pages is closed.
self.addEventListener('install', (event) => event.waitUntil(page.keep()));
self.addEventListener('activate', (event) => event.waitUntil(page.removeOthers()));
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const request: unknown = event.data;
  if (request === ('keep' satisfies PageRequest)) event.waitUntil(page.keep());
  if (request === ('forget' satisfies PageRequest)) event.waitUntil(page.forget());
});
self.addEventListener('fetch', (event) => {
  const answer = page.answer(event.request);
  if (answer) event.respondWith(answer);
});
