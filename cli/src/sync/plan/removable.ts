import type { Claim } from '../claims/claims.ts';
import type { KnownAnswer } from './instructions.ts';
import { lookAlikesIn } from './look-alikes.ts';
import { type MissingKeys, missingKeyFor } from './missing-keys.ts';
import type { States } from './states.ts';

/** How a run decides. */
export interface Deciding {
  /** Whether somebody may answer questions. */
  readonly asks: boolean;
  /** What to do with everything that is recorded already; undefined asks. */
  readonly known: KnownAnswer | undefined;
}

/** What goes once it is recorded, assuming that every question about new things is answered. */
export function removable(
  states: States,
  missing: MissingKeys,
  { asks, known }: Deciding,
): Claim[] {
  const alike = new Set(asks ? [] : lookAlikesIn(states).flatMap(({ fresh }) => fresh));
  const isSure = (claim: Claim) => asks || (claim.kind !== 'movie' && !alike.has(claim));
  const fresh = states.fresh.filter(
    (one) => missingKeyFor(one, missing) === undefined && isSure(one),
  );
  const going = new Set(fresh);
  const again =
    known === 'rewatch' || known === 'remove'
      ? [...states.known, ...states.repeated.filter(({ first }) => going.has(first))]
      : [];
  return [...fresh, ...[...states.own, ...again].map(({ claim }) => claim)];
}
