import type { KindId } from '@immersion-tracker/contract';
import { nameOf } from '../kinds/names.ts';
import type { LibraryEntry } from '../tracker/tracker.ts';

export const SORTS = ['hours', 'last', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export const sortNames: Readonly<Record<Sort, string>> = {
  hours: 'Hours',
  last: 'Last watched',
  name: 'Name',
};

/** How a kind is sorted until somebody chooses. Movies are remembered by when, not by how long. */
export const usualSort = (kind: KindId): Sort => (kind === 'movie' ? 'last' : 'hours');

const names = new Intl.Collator('en', { numeric: true });

const byName = (a: LibraryEntry, b: LibraryEntry) => names.compare(nameOf(a), nameOf(b));
const byLast = (a: LibraryEntry, b: LibraryEntry) => b.last_watched_at - a.last_watched_at;

const orders: Readonly<Record<Sort, (a: LibraryEntry, b: LibraryEntry) => number>> = {
  hours: (a, b) => b.seconds - a.seconds || byLast(a, b) || byName(a, b),
  last: (a, b) => byLast(a, b) || byName(a, b),
  name: (a, b) => byName(a, b) || byLast(a, b),
};

export const sortEntries = (entries: readonly LibraryEntry[], sort: Sort): LibraryEntry[] =>
  entries.toSorted(orders[sort]);
