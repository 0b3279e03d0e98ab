import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import type { Tracker } from '../../tracker/tracker.ts';

/** Most ids of one request: so many, DynamoDB looks up by key, and more by reading whole ranges. */
const REQUEST_SIZE = 1000;

export type KnownRecord = ResponseOf<typeof endpoints.lookup>['known'][number];

/** What the tracker has, by id. */
export type KnownRecords = ReadonlyMap<string, KnownRecord>;

/** Which of these ids the tracker has recorded. */
export async function lookUp(tracker: Tracker, ids: readonly string[]): Promise<KnownRecords> {
  const records = new Map<string, KnownRecord>();
  for (let start = 0; start < ids.length; start += REQUEST_SIZE) {
    const body = { ids: ids.slice(start, start + REQUEST_SIZE) };
    const { known } = await tracker.send(endpoints.lookup, body);
    for (const record of known) records.set(record.id, record);
  }
  return records;
}
