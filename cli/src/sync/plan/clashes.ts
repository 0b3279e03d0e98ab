import type { Tracker } from '../../tracker/tracker.ts';
import { wholeRecords } from '../../tracker/whole-records.ts';
import type { Claim } from '../claims/claims.ts';
import type { RecordedClaim } from './states.ts';

/** A file whose record belongs to another file. */
export interface Clash {
  readonly claim: Claim;
  /** What the record is of. */
  readonly other: string;
}

/**
 * Finds known files that are not what is recorded under their ids: file `c` in folder `a#b` and file `b#c` in
 * folder `a` have one id, and so have a rewatch of `a` and the movie `a#1795737600`. Asks the tracker only about
 * names with `#`.
 */
export async function clashesIn(
  tracker: Tracker,
  known: readonly RecordedClaim[],
): Promise<Clash[]> {
  const doubtful = known.filter(({ claim }) => namesOf(claim).some((name) => name.includes('#')));
  const ids = doubtful.map(({ recorded }) => recorded.id);
  const whole = new Map((await wholeRecords(tracker, ids)).map((one) => [one.sk, one]));
  return doubtful.flatMap(({ claim, recorded }) => {
    const { folder_name, file_name } = whole.get(recorded.id) ?? {};
    if (typeof file_name !== 'string') return [];
    const names = typeof folder_name === 'string' ? [folder_name, file_name] : [file_name];
    const isSame = names.join('/').normalize() === namesOf(claim).join('/').normalize();
    return isSame ? [] : [{ claim, other: names.toReversed().join(' of ') }];
  });
}

/** The names that make up the id of a file's record. */
function namesOf(claim: Claim): string[] {
  if (claim.kind === 'episode') return [claim.folder_name, claim.file_name];
  return claim.kind === 'movie' ? [claim.file_name] : [];
}
