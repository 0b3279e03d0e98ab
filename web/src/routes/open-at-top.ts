import { routeOf } from './routes.ts';

/** The `history.state` of an entry that was there before. A link's new entry has none. */
const SEEN = 'seen';

/**
 * Opens each page at its top, since the browser does not scroll if only the hash changes. Back and Forward are
 * left to the browser, which returns to where the person was. Call it before anything renders: a list takes the
 * scroll position that it finds.
 */
export function openPagesAtTop(): void {
  history.replaceState(history.state ?? SEEN, '');
  addEventListener('hashchange', ({ oldURL, newURL }) => {
    if (history.state !== null) return;
    history.replaceState(SEEN, '');
    if (pageOf(oldURL) !== pageOf(newURL)) scrollTo(0, 0);
  });
}

const pageOf = (url: string) => routeOf(new URL(url).hash).page;
