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

const orders: Readonly<Record<Sort, (a: LibraryEntry, b: LibraryEntry) => number>> = {
  hours: (a, b) => b.seconds - a.seconds,
  last: (a, b) => b.last_watched_at - a.last_watched_at,
  name: (a, b) => names.compare(nameOf(a), nameOf(b)),
};

/** Equal ones stay as the tracker sorts them: the most recently watched first. */
export const sortEntries = (entries: readonly LibraryEntry[], sort: Sort): LibraryEntry[] =>
  entries.toSorted(orders[sort]);
