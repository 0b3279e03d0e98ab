import { type Filters, hashOf } from '../routes/routes.ts';

/** Shows the records of other filters. The browser's Back leads to those before. */
export function showFilters(filters: Filters): void {
  location.hash = hashOf({ page: 'watched', filters });
}

/** Shows the records of other filters instead, for changes that come with every key press. */
export function replaceFilters(filters: Filters): void {
  const before = location.href;
  history.replaceState(history.state, '', hashOf({ page: 'watched', filters }));
  // Replacing an address does not announce it.
  const event = new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href });
  dispatchEvent(event);
}
