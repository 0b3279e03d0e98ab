import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import type { Tracker } from './tracker.ts';

export type KnownRecord = ResponseOf<typeof endpoints.lookup>['known'][number];

/** What tells a record from another one with the same id. */
interface RecordMark {
  readonly source: string | null;
  /** Needed only without a source. */
  readonly watched_at?: number | undefined;
}

/** Identifies a record: its source, or its time if it has no source. */
export const markOf = ({ source, watched_at }: RecordMark): string =>
  source ?? `watched at ${watched_at}`;

/** Whether an id still has the record that it had `then`. */
export const isSameRecord = (now: KnownRecord | undefined, then: RecordMark): boolean =>
  now !== undefined && markOf(now) === markOf(then);

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
