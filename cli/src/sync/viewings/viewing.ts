import type { Claim } from '../claims/claims.ts';
import type { Lengths } from './measure.ts';
import type { WatchTimes } from './watch-times.ts';

/** What a request says about a viewing, if it is known. */
export interface Viewing {
  /** In epoch seconds. */
  readonly watched_at?: number;
  /** In seconds. */
  readonly duration?: number;
}

export type ViewingOf = (claim: Claim) => Viewing;

export function viewings(times: WatchTimes, lengths: Lengths): ViewingOf {
  return (claim) => {
    const [watched_at, duration] = [times.get(claim), lengths.get(claim)];
    return {
      ...(watched_at !== undefined && { watched_at }),
      ...(duration !== undefined && { duration }),
    };
  };
}
