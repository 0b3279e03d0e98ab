import type { Claim } from '../claims/claims.ts';
import type { RecordedClaim, RepeatedClaim } from '../plan/states.ts';

/** A claim of a record that the tracker has, or that this run makes of another claim. */
export type AnotherClaim = RecordedClaim | RepeatedClaim;

/** What is to be done about a file or a line. */
export type Verdict =
  /** Record what it claims. */
  | { readonly to: 'record'; readonly claim: Claim }
  /** Record another viewing, or let it go, since what it claims is counted. */
  | ({ readonly to: 'rewatch' | 'remove' } & AnotherClaim)
  | {
      readonly to: 'leave';
      readonly claim: Claim;
      readonly reason: string;
      /** The record made from this very file, so that the journal keeps it. */
      readonly own?: RecordedClaim | undefined;
      /** The provider cannot be asked at all. */
      readonly providerIsDown?: boolean;
    };

/** The verdicts of one sort. */
export function verdictsTo<To extends Verdict['to']>(to: To, verdicts: readonly Verdict[]) {
  return verdicts.filter((one): one is Verdict & { to: To } => one.to === to);
}

/** What is to be left, and why. */
export function leftBy(verdicts: readonly Verdict[]) {
  return verdictsTo('leave', verdicts).map(({ claim, reason, providerIsDown = false }) => {
    return { item: claim, reason, providerIsDown };
  });
}
