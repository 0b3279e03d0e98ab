import * as z from 'zod';
import { count, epochSeconds, source, watchedAt } from '../fields.ts';
import { lazy } from '../lazy.ts';
import { before, next, recordId } from './shared.ts';

/** How many records a request can have or return whole. */
export const RECORDS_LIMIT = 1000;

const tooMany = {
  error: `must have at most ${RECORDS_LIMIT} elements; split it into several requests`,
};

const recordIds = lazy(() => z.array(recordId()));
const fewRecordIds = lazy(() => recordIds().max(RECORDS_LIMIT, tooMany));
export const lookupRequest = lazy(() =>
  z.object({ ids: recordIds() }).meta({ id: 'LookupRequest' }),
);

export const known = lazy(() =>
  z
    .object({
      known: z.array(
        z.object({
          id: z.string(),
          watched_at: epochSeconds(),
          source: z.string().nullable().meta({
            description:
              'The `source` of the request that added it, or null if it was sent without one.',
          }),
        }),
      ),
    })
    .meta({ id: 'Known' }),
);

export const rewatchRequest = lazy(() =>
  z
    .object({
      ids: recordIds(),
      watched_at: watchedAt().optional().meta({
        description:
          'When they were watched again, in epoch seconds, at most five minutes from now. Defaults to the time of the request.',
      }),
      source: source(),
    })
    .meta({ id: 'RewatchRequest' }),
);

export const added = lazy(() => z.object({ added: count() }).meta({ id: 'Added' }));

/** DynamoDB's limit for lists and maps inside each other. */
export const NESTING_LIMIT = 32;

/**
 * Maximum number of objects and arrays inside each other in a record's JSON: the record,
 * `other_attributes`, two for each list or map, such as `{"L":[]}`, and two for a set in the innermost one.
 */
export const RECORD_DEPTH_LIMIT = 2 + 2 * NESTING_LIMIT + 2;

/** Whether a value is nested at most this deeply. Without a limit, `JSON.stringify` overflows the stack. */
export const isWithinDepth = (depth: number, value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every((inner) => isWithinDepth(depth - 1, inner)));

/** An item with all its attributes. What JSON cannot represent exactly is in `other_attributes`. */
export type WholeRecord = Readonly<Record<string, unknown>>;

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TOO_DEEP = `must not nest objects and lists more than ${RECORD_DEPTH_LIMIT} levels deep`;

const wholeRecord = lazy(() =>
  z
    .custom<WholeRecord>((value) => isObject(value) && isWithinDepth(RECORD_DEPTH_LIMIT, value), {
      error: ({ input }) => (isObject(input) ? TOO_DEEP : 'must be an object'),
    })
    .meta({
      id: 'WholeRecord',
      description:
        "An item whole, as stored. `other_attributes` has attributes of other tools that JSON cannot represent exactly, in DynamoDB's own JSON format.",
      override: { type: 'object', additionalProperties: true },
    }),
);

export const getRecordsRequest = lazy(() =>
  z.object({ ids: fewRecordIds() }).meta({ id: 'GetRecordsRequest' }),
);

const wholeRecords = lazy(() => z.array(wholeRecord()).max(RECORDS_LIMIT, tooMany));

export const records = lazy(() => z.object({ records: wholeRecords() }).meta({ id: 'Records' }));

export const listRecordsQuery = lazy(() => z.object({ before: before() }));

export const recordsPage = lazy(() =>
  z.object({ records: wholeRecords(), next: next() }).meta({ id: 'RecordsPage' }),
);

export const removeRequest = lazy(() =>
  z.object({ ids: fewRecordIds() }).meta({ id: 'RemoveRequest' }),
);

export const removed = lazy(() => z.object({ removed: wholeRecords() }).meta({ id: 'Removed' }));

export const restoreRequest = lazy(() =>
  z.object({ records: wholeRecords() }).meta({ id: 'RestoreRequest' }),
);

export const restored = lazy(() =>
  z
    .object({
      restored: count().meta({ description: 'How many were put back; the others exist.' }),
    })
    .meta({ id: 'Restored' }),
);
