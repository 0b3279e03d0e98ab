import { endpoints } from '@immersion-tracker/contract';
import type { Calendar } from '@immersion-tracker/contract/calendar';
import { learnerDays } from '../../days/learner-days.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import type { Claim } from '../claims/claims.ts';
import type { KnownRecord } from '../journal/entries.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { type MissingKeys, missingKeys } from './missing-keys.ts';
import { idsOf, type States, statesOf } from './states.ts';

/** What the tracker knows before anything is asked or recorded. */
export interface Comparison {
  readonly states: States;
  readonly missing: MissingKeys;
  /** The learner's days. */
  readonly calendar: Calendar;
}

/** Ids per request. For more, the DynamoDB store reads whole ranges instead of single keys. */
const REQUEST_SIZE = 1000;

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
  return {
    states: statesOf(claims, records, entries),
    missing: await missingKeys(tracker),
    calendar: await learnerDays(tracker),
  };
}

/** The tracker's records with these ids, by id. */
export async function lookUp(tracker: Tracker, ids: readonly string[]) {
  const known: KnownRecord[] = [];
  for (let start = 0; start < ids.length; start += REQUEST_SIZE) {
    const body = { ids: ids.slice(start, start + REQUEST_SIZE) };
    known.push(...(await tracker.send(endpoints.lookup, body)).known);
  }
  return new Map(known.map((record) => [record.id, record]));
}
