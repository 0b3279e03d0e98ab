import { endpoints, RECORDS_LIMIT, type ResponseOf } from '@immersion-tracker/contract';
import { inParts } from './in-parts.ts';
import type { Tracker } from './tracker.ts';

export type KnownRecord = ResponseOf<typeof endpoints.lookup>['known'][number];

/** The tracker's records with these ids, by id. */
export async function lookUp(tracker: Tracker, ids: readonly string[]) {
  const known: KnownRecord[] = [];
  // For more, the DynamoDB store reads whole ranges instead of single keys.
  for (const part of inParts(ids, RECORDS_LIMIT)) {
    known.push(...(await tracker.send(endpoints.lookup, { ids: [...part] })).known);
  }
  return new Map(known.map((record) => [record.id, record]));
}
