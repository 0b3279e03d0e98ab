import type { Claim } from '../claims/claims.ts';
import { alikeEpisodes } from './alike/episodes.ts';
import { connected } from './alike/groups.ts';
import { alikeMovies } from './alike/movies.ts';
import type { RecordedClaim, States } from './states.ts';

/** Files that may be the same episode, or the same movie or its parts. */
export interface LookAlikes {
  /** Not recorded yet, in the order of the scan. */
  readonly fresh: readonly Claim[];
  readonly recorded: readonly RecordedClaim[];
  /** Whether all may be one. False for `E01`, `E02` and `E01-E02`, since `E01` and `E02` share nothing. */
  readonly areOne: boolean;
}

/**
 * Finds new files that resemble another file of the same show, or another movie, in their numbers, date or
 * cleaned title. Only the learner knows whether they are the same.
 */
export function lookAlikesIn({ fresh, own, known }: States): LookAlikes[] {
  const recorded = new Map([...own, ...known].map((one) => [one.claim, one]));
  const claims: readonly Claim[] = [...fresh, ...recorded.keys()];
  const alike: Claim[][] = [
    ...alikeEpisodes(claims.filter((claim) => claim.kind === 'episode')),
    ...alikeMovies(claims.filter((claim) => claim.kind === 'movie')),
  ].filter((group) => group.length > 1);
  // A claim's largest group is the whole connected group if both have the same size.
  const largest = new Map<Claim, number>();
  for (const one of alike) {
    const { size } = new Set(one);
    for (const claim of one) largest.set(claim, Math.max(largest.get(claim) ?? 0, size));
  }
  const members = claims.filter((claim) => largest.has(claim));
  return connected(members, alike).flatMap((group) => {
    const found = {
      fresh: group.filter((claim) => !recorded.has(claim)),
      recorded: group.flatMap((claim) => recorded.get(claim) ?? []),
      areOne: group.every((claim) => largest.get(claim) === group.length),
    };
    return found.fresh.length > 0 ? [found] : [];
  });
}
