import { cachePrefix } from './cache-prefix.ts';

const scope = (): string => new URL('./', location.href).href;

/** One step after the other, since somebody may sign out while the page is still being kept. */
let steps: Promise<void> = Promise.resolve();

/** Browsers have no service workers without HTTPS, or in some private windows. The page works without. */
function next(step: () => Promise<void>): void {
  if (!('serviceWorker' in navigator)) return;
  steps = steps.then(step).catch(() => {});
}

/** Keeps the page in this browser, so that it opens without a network. */
export function keepPage(): void {
  // Vite's development server has no service worker.
  if (!import.meta.env.PROD) return;
  next(async () => {
    await navigator.serviceWorker.register(`${scope()}sw.js`);
  });
}

/** Removes the service worker and everything that it keeps. */
export function forgetPage(): void {
  next(async () => {
    const registration = await navigator.serviceWorker.getRegistration(scope());
    // Another site on this origin may have a service worker for everything.
    if (registration?.scope !== scope()) return removeCaches();
    const { installing } = registration;
    await registration.unregister();
    await removeCaches();
    if (installing === null) return;
    await settled(installing);
    await removeCaches();
  });
}

async function removeCaches(): Promise<void> {
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(cachePrefix(scope())));
  await Promise.all(own.map((name) => caches.delete(name)));
}

/** Until then, a worker that is being installed may still add a cache. */
function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (worker.state !== 'installing') resolve();
    };
    worker.addEventListener('statechange', check);
    check();
  });
}
