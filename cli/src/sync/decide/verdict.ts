import type { Claim } from '../claims/claims.ts';
import type { RecordedClaim, RepeatedClaim } from '../plan/states.ts';

/** A claim of a record that the tracker already has, or that this run adds for another claim. */
export type AnotherClaim = RecordedClaim | RepeatedClaim;

/** What to do about a file or a line. */
export type Verdict =
  /** Record it, then remove it. */
  | { readonly to: 'record'; readonly claim: Claim }
  /** Record another viewing, or just remove it. */
  | ({ readonly to: 'rewatch' | 'remove' } & AnotherClaim)
  | {
      readonly to: 'leave';
      readonly claim: Claim;
      readonly reason: string;
      /** The record of this very file, which the journal must keep. */
      readonly own?: RecordedClaim | undefined;
      /** Whether the provider rejects every request at the moment. */
      readonly providerIsDown?: boolean;
    };

export function verdictsTo<To extends Verdict['to']>(to: To, verdicts: readonly Verdict[]) {
  return verdicts.filter((one): one is Verdict & { to: To } => one.to === to);
}

/** The claims that are left, with the reasons. */
export function leftBy(verdicts: readonly Verdict[]) {
  return verdictsTo('leave', verdicts).map(({ claim, reason, providerIsDown = false }) => {
    return { item: claim, reason, providerIsDown };
  });
}
