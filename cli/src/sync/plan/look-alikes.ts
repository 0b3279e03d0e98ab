import type { Claim } from '../claims/claims.ts';
import { alikeEpisodes } from './alike/episodes.ts';
import { connected } from './alike/groups.ts';
import { alikeMovies } from './alike/movies.ts';
import type { RecordedClaim, States } from './states.ts';

/** Files that may be one episode or one movie, or the parts of one. */
export interface LookAlikes {
  /** Those that are not recorded yet, in the order of the scan. */
  readonly fresh: readonly Claim[];
  /** Those that are. */
  readonly recorded: readonly RecordedClaim[];
  /** Whether all of them share something: `E01` and `E02` share nothing, though each does with `E01-E02`. */
  readonly areOne: boolean;
}

/**
 * Finds new files that resemble another file of the same show, or another movie: by their numbers, their
 * date, or their cleaned title. Only the learner knows whether they are the same.
 */
export function lookAlikesIn({ fresh, own, known }: States): LookAlikes[] {
  const recorded = new Map([...own, ...known].map((one) => [one.claim, one]));
  const claims: readonly Claim[] = [...fresh, ...recorded.keys()];
  const alike: Claim[][] = [
    ...alikeEpisodes(claims.filter((claim) => claim.kind === 'episode')),
    ...alikeMovies(claims.filter((claim) => claim.kind === 'movie')),
  ];
  // A group as large as the connected one is the whole of it.
  const largest = new Map<Claim, number>();
  for (const one of alike) {
    const { size } = new Set(one);
    for (const claim of one) largest.set(claim, Math.max(largest.get(claim) ?? 0, size));
  }
  return connected(claims, alike).flatMap((group) => {
    const found = {
      fresh: group.filter((claim) => !recorded.has(claim)),
      recorded: group.flatMap((claim) => recorded.get(claim) ?? []),
      areOne: group.every((claim) => largest.get(claim) === group.length),
    };
    return group.length > 1 && found.fresh.length > 0 ? [found] : [];
  });
}
