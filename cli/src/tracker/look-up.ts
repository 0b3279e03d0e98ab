import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import type { Tracker } from './tracker.ts';

export type KnownRecord = ResponseOf<typeof endpoints.lookup>['known'][number];

/** Ids per request. For more, the DynamoDB store reads whole ranges instead of single keys. */
const REQUEST_SIZE = 1000;

/** The tracker's records with these ids, by id. */
export async function lookUp(tracker: Tracker, ids: readonly string[]) {
  const known: KnownRecord[] = [];
  for (let start = 0; start < ids.length; start += REQUEST_SIZE) {
    const body = { ids: ids.slice(start, start + REQUEST_SIZE) };
    known.push(...(await tracker.send(endpoints.lookup, body)).known);
  }
  return new Map(known.map((record) => [record.id, record]));
}
