import {
  type ApiError,
  endpoints,
  RECORDS_LIMIT,
  type WholeRecord,
} from '@immersion-tracker/contract';
import { errorInWords } from '../errors/error-in-words.ts';
import { inParts } from './in-parts.ts';
import { type ItemBar, sendParts } from './send-parts.ts';
import type { Tracker } from './tracker.ts';

/** Bytes of JSON per request. The tracker accepts 6 MiB. */
const REQUEST_BYTES = 5 * 1024 * 1024;

/** Each record counts as at least this many, so that a request has at most 1,000 records. */
const LEAST_BYTES = Math.floor(REQUEST_BYTES / RECORDS_LIMIT);

/** Puts records back, unless they exist. Resolves with those that the tracker refused. */
export async function restoreRecords(
  tracker: Tracker,
  records: readonly WholeRecord[],
  bar?: ItemBar,
): Promise<{ readonly record: WholeRecord; readonly reason: string }[]> {
  const sizeOf = (record: WholeRecord) =>
    // With a comma.
    Math.max(Buffer.byteLength(JSON.stringify(record)) + 1, LEAST_BYTES);
  const sending = {
    send: (part: readonly WholeRecord[]) => tracker.send(endpoints.restore, { records: [...part] }),
    namedBy: ({ message }: ApiError, part: readonly WholeRecord[]) => {
      const [, index] = POSITION.exec(message) ?? [];
      return index === undefined ? [] : part.slice(Number(index), Number(index) + 1);
    },
  };
  const { refused } = await sendParts(inParts(records, REQUEST_BYTES, sizeOf), sending, bar);
  return refused.map(({ item: record, error }) => ({ record, reason: reasonOf(error) }));
}

/** How a 400 names the record that it is about. */
const POSITION = /^records\[(\d+)\](?:\.|: )/;

const reasonOf = (error: ApiError): string =>
  errorInWords(error)
    .replace(POSITION, '')
    .replace(/; leave it out of the request$/, '');
