import type { Calendar } from '@immersion-tracker/contract/calendar';
import { learnerDays } from '../../days/learner-days.ts';
import { lookUp } from '../../tracker/look-up.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import type { Claim } from '../claims/claims.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { type Clash, clashesIn } from './clashes.ts';
import { type MissingKeys, missingKeys } from './missing-keys.ts';
import { idsOf, type States, statesOf } from './states.ts';

/** What the tracker knows before anything is asked or recorded. */
export interface Comparison {
  readonly states: States;
  /** Files that are not in `states`, since their records belong to others. */
  readonly clashes: readonly Clash[];
  readonly missing: MissingKeys;
  /** The learner's days. */
  readonly calendar: Calendar;
}

/**
 * Asks the tracker which claims it has recorded, for which providers it has no keys, and how it counts
 * days.
 */
export async function compare(
  tracker: Tracker,
  claims: readonly Claim[],
  entries: readonly JournalEntry[],
): Promise<Comparison> {
  const records = await lookUp(tracker, idsOf(claims, entries));
  const { known, ...others } = statesOf(claims, records, entries);
  const clashes = await clashesIn(tracker, known);
  const isClash = new Set(clashes.map(({ claim }) => claim));
  return {
    states: { ...others, known: known.filter(({ claim }) => !isClash.has(claim)) },
    clashes,
    missing: await missingKeys(tracker),
    calendar: await learnerDays(tracker),
  };
}
