import type { KindId } from '@immersion-tracker/contract';
import type { Sort } from './sort-entries.ts';

/** How the page was when somebody left it to open an entry, so that it is the same when they come back. */
export interface Visit {
  readonly query: string;
  /** How far the page was scrolled, in pixels. */
  readonly top: number;
  /** The id of the entry. */
  readonly opened: string;
}

const sorts = new Map<KindId, Sort>();
const visits = new Map<KindId, Visit>();

/** How somebody has sorted a kind since the dashboard was opened. */
export const chosenSort = (kind: KindId): Sort | undefined => sorts.get(kind);
export const chooseSort = (kind: KindId, sort: Sort): void => void sorts.set(kind, sort);

export const leave = (kind: KindId, visit: Visit): void => void visits.set(kind, visit);
export const lastVisit = (kind: KindId): Visit | undefined => visits.get(kind);
export const forgetVisit = (kind: KindId): void => void visits.delete(kind);
