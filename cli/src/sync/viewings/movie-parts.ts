import { extname } from 'node:path';
import { readMovie } from '../../media/names/read-name.ts';
import type { Claim } from '../claims/claims.ts';
import { type Verdict, verdictsTo } from '../decide/verdict.ts';
import type { Lengths } from './measure.ts';

/** The other parts of movies that are one record, by the claim of that record. */
export type MovieParts = ReadonlyMap<Claim, readonly Claim[]>;

/** `CD2` of a movie whose `CD1` is recorded. A copy is not a part. */
export function movieParts(verdicts: readonly Verdict[]): MovieParts {
  const others = verdictsTo('remove', verdicts).flatMap((one) => {
    if (!('first' in one) || partOf(one.claim) === null) return [];
    return partOf(one.claim) === partOf(one.first) ? [] : [one];
  });
  const byFirst = Map.groupBy(others, ({ first }) => first);
  return new Map([...byFirst].map(([first, ofFirst]) => [first, distinct(ofFirst)]));
}

/** Adds the lengths of its other parts to that of a movie. If one cannot be read, its length is unknown. */
export function withParts(lengths: Lengths, parts: MovieParts): Lengths {
  return new Map(
    [...lengths].flatMap(([claim, length]) => {
      const others = (parts.get(claim) ?? []).map((part) => lengths.get(part) ?? Number.NaN);
      const whole = others.reduce((sum, one) => sum + one, length);
      return Number.isNaN(whole) ? [] : [[claim, whole]];
    }),
  );
}

function partOf(claim: Claim): number | null {
  if (claim.kind !== 'movie') return null;
  return readMovie(`${claim.file_name}${extname(claim.video.path)}`).part;
}

/** There may be copies of a part. */
function distinct(others: readonly { readonly claim: Claim }[]): Claim[] {
  return [...new Map(others.map(({ claim }) => [partOf(claim), claim])).values()];
}
