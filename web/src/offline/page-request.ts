/** What the page asks its service worker to do. */
export type PageRequest = 'keep' | 'forget';
