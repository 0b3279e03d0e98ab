import { cachePrefix } from './cache-prefix.ts';
import type { PageRequest } from './page-request.ts';

const scope = (): string => new URL('./', location.href).href;

/** One step after the other, since somebody may sign out while the page is still being kept. */
let steps: Promise<void> = Promise.resolve();

/** Browsers allow service workers only over HTTPS, and not in some private windows. Without one, the page still works online. */
function next(step: () => Promise<void>): Promise<void> {
  if ('serviceWorker' in navigator) steps = steps.then(step).catch(() => {});
  return steps;
}

/** Keeps the page in this browser, so that it opens without a network. */
export function keepPage(): void {
  // Vite's development server has no service worker.
  if (!import.meta.env.PROD) return;
  void next(async () => {
    const { active } = await navigator.serviceWorker.register(`${scope()}sw.js`);
    // Somebody may have signed out and in again. Chromium then brings the earlier worker back without its files.
    ask(active, 'keep');
  });
}

/** Removes the service worker and everything that it keeps. */
export function forgetPage(): Promise<void> {
  return next(async () => {
    const registration = await navigator.serviceWorker.getRegistration(scope());
    // Another site on this origin may have a service worker for everything.
    if (registration?.scope !== scope()) return removeCaches();
    const { installing, waiting, active } = registration;
    // A worker goes on until the last page that it controls is closed.
    for (const worker of [installing, waiting, active]) ask(worker, 'forget');
    await registration.unregister();
    await removeCaches();
  });
}

const ask = (worker: ServiceWorker | null, request: PageRequest): void =>
  worker?.postMessage(request);

async function removeCaches(): Promise<void> {
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(cachePrefix(scope())));
  await Promise.all(own.map((name) => caches.delete(name)));
}
