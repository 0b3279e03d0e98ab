import { endpoints } from '@immersion-tracker/contract';
import type { Tracker } from '../../tracker/tracker.ts';
import type { Claim } from '../claims/claims.ts';
import type { KnownRecord } from '../journal/entries.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { type MissingKeys, missingKeys } from './missing-keys.ts';
import { idsOf, type States, statesOf } from './states.ts';

/** What the tracker says before anything is asked or sent. */
export interface Comparison {
  readonly states: States;
  readonly missing: MissingKeys;
}

/** Most ids of one request: so many, DynamoDB looks up by key, and more by reading whole ranges. */
const REQUEST_SIZE = 1000;

/** Asks the tracker what it has of the claims, and which providers it has no keys for. */
export async function compare(
  tracker: Tracker,
  claims: readonly Claim[],
  entries: readonly JournalEntry[],
): Promise<Comparison> {
  const records = await lookUp(tracker, idsOf(claims, entries));
  return { states: statesOf(claims, records, entries), missing: await missingKeys(tracker) };
}

/** What the tracker has of these ids, by id. */
export async function lookUp(tracker: Tracker, ids: readonly string[]) {
  const known: KnownRecord[] = [];
  for (let start = 0; start < ids.length; start += REQUEST_SIZE) {
    const body = { ids: ids.slice(start, start + REQUEST_SIZE) };
    known.push(...(await tracker.send(endpoints.lookup, body)).known);
  }
  return new Map(known.map((record) => [record.id, record]));
}
