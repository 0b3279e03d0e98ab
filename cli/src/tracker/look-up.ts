import { endpoints, RECORDS_LIMIT, type ResponseOf } from '@immersion-tracker/contract';
import pMap from 'p-map';
import { inParts } from './in-parts.ts';
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

/** Whether an id has that very viewing: a record that was not moved or recorded again. */
export const isSameViewing = (
  now: KnownRecord | undefined,
  then: Pick<KnownRecord, 'source' | 'watched_at'>,
): boolean => now?.source === then.source && now.watched_at === then.watched_at;

/** Requests in flight, so that one is answered while others are written and read. */
const AT_ONCE = 3;

/** The tracker's records with these ids, by id. */
export async function lookUp(tracker: Tracker, ids: readonly string[]) {
  const answers = await pMap(
    // For more, the DynamoDB store reads whole ranges instead of single keys.
    inParts(ids, RECORDS_LIMIT),
    (part) => tracker.send(endpoints.lookup, { ids: [...part] }),
    { concurrency: AT_ONCE },
  );
  return new Map(answers.flatMap(({ known }) => known.map((record) => [record.id, record])));
}
