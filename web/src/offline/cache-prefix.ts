/** How the names of a page's caches begin. An origin can have several trackers, each below its own path. */
export const cachePrefix = (scope: string): string => `immersion-tracker ${scope} `;
