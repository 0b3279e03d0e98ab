import * as z from 'zod';
import {
  count,
  date,
  epochSeconds,
  identifier,
  nullableText,
  source,
  watchedAt,
} from '../fields.ts';
import { lazy } from '../lazy.ts';
import { type KindId, mediaKinds } from '../media/kinds.ts';
import { before, next, wholeNumber } from './shared.ts';

/** How many records a request can have or return whole. */
export const RECORDS_LIMIT = 1000;

const tooMany = {
  error: `must have at most ${RECORDS_LIMIT} elements; split it into several requests`,
};

const recordId = lazy(() =>
  identifier().meta({ description: "A record's id, which is its sort key." }),
);
const recordIds = lazy(() => z.array(recordId()));
const fewRecordIds = lazy(() => recordIds().max(RECORDS_LIMIT, tooMany));
const kind = lazy(() =>
  z.enum(mediaKinds.map(({ id }) => id) as [KindId, ...KindId[]], {
    error: `must be ${mediaKinds.map(({ id }) => id).join(', ')}`,
  }),
);

export const lookupRequest = lazy(() =>
  z.object({ ids: recordIds() }).meta({ id: 'LookupRequest' }),
);

export const known = lazy(() =>
  z
    .object({
      known: z.array(
        z.object({
          id: z.string(),
          watched_at: epochSeconds().meta({ description: 'In epoch seconds.' }),
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

export const watchedQuery = lazy(() =>
  z.object({
    limit: wholeNumber(
      z
        .int({ error: 'must be a whole number' })
        .min(1, { error: 'must be from 1 to 200' })
        .max(200, { error: 'must be from 1 to 200' }),
    )
      .optional()
      .meta({ description: 'How many records to send; 50 by default.' }),
    before: before(),
    day: date().optional().meta({ description: "Only those of this day of the user's calendar." }),
    kind: kind().optional(),
    group_id: z.string().optional().meta({ description: 'Only those of this group.' }),
    guessed: z.enum(['true', 'false'], { error: 'must be true or false' }).optional().meta({
      description: 'If true, only those whose length is a guess.',
    }),
    query: z.string().optional().meta({
      description:
        'Only those with every one of these words in their title or the name of their group, compared without case, accents, width or kana.',
    }),
  }),
);

/** Who supplied a length. */
const durationSource = lazy(() =>
  z.enum(['file', 'provider', 'show_average', 'guess']).meta({
    description: 'Who supplied the length: `show_average` is that of the show on TheTVDB.',
  }),
);

export const watched = lazy(() =>
  z
    .object({
      watched: z
        .array(
          z.object({
            id: z.string(),
            rewatch_of: nullableText().meta({ description: 'The id of the first viewing.' }),
            kind: kind(),
            title: z.string(),
            group_id: z.string(),
            group: nullableText().meta({
              description: 'The name of its show, channel or podcast; null for a movie.',
            }),
            artwork_url: nullableText(),
            watched_at: epochSeconds(),
            duration: z.number().nullable().meta({ description: 'In seconds.' }),
            duration_source: durationSource().nullable(),
          }),
        )
        .meta({ description: 'The latest first.' }),
      next: next(),
    })
    .meta({ id: 'Watched' }),
);

export const updateWatchedRequest = lazy(() =>
  z.object({ id: recordId(), watched_at: watchedAt() }).meta({ id: 'UpdateWatchedRequest' }),
);

/** An item with all its attributes. What JSON cannot represent exactly is in `other_attributes`. */
export type WholeRecord = Readonly<Record<string, unknown>>;

const wholeRecord = lazy(() =>
  z
    .custom<WholeRecord>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      { error: 'must be an object' },
    )
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

export const records = lazy(() =>
  z.object({ records: z.array(wholeRecord()) }).meta({ id: 'Records' }),
);

export const listRecordsQuery = lazy(() => z.object({ before: before() }));

export const recordsPage = lazy(() =>
  z.object({ records: z.array(wholeRecord()), next: next() }).meta({ id: 'RecordsPage' }),
);

export const removeRequest = lazy(() =>
  z.object({ ids: fewRecordIds() }).meta({ id: 'RemoveRequest' }),
);

export const removed = lazy(() =>
  z.object({ removed: z.array(wholeRecord()) }).meta({ id: 'Removed' }),
);

export const restoreRequest = lazy(() =>
  z
    .object({ records: z.array(wholeRecord()).max(RECORDS_LIMIT, tooMany) })
    .meta({ id: 'RestoreRequest' }),
);

export const restored = lazy(() =>
  z
    .object({ restored: count().meta({ description: 'How many did not exist.' }) })
    .meta({ id: 'Restored' }),
);

export const libraryQuery = lazy(() =>
  z.object({
    year: wholeNumber(
      z
        .int({ error: 'must be a year such as 2026' })
        .min(1970, { error: 'must be from 1970 to 9999' })
        .max(9999, { error: 'must be from 1970 to 9999' }),
    )
      .optional()
      .meta({ description: "Counts only what was watched in this year of the user's calendar." }),
  }),
);

export const library = lazy(() =>
  z
    .object({
      library: z
        .array(
          z.object({
            kind: kind(),
            group_id: z.string(),
            name: nullableText(),
            artwork_url: nullableText(),
            records: count(),
            seconds: z.number().nonnegative(),
            guessed_seconds: z.number().nonnegative(),
            first_watched_at: epochSeconds(),
            last_watched_at: epochSeconds(),
          }),
        )
        .meta({ description: 'The most recently watched first.' }),
    })
    .meta({ id: 'Library' }),
);

export const backfillRequest = lazy(() =>
  z.object({ episode_ids: z.array(identifier()) }).meta({ id: 'BackfillRequest' }),
);

export const backfill = lazy(() =>
  z
    .object({
      episodes: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          duration: z.number().nonnegative().meta({ description: 'In seconds.' }),
          known: z.boolean().meta({ description: 'Whether it is recorded already.' }),
        }),
      ),
    })
    .meta({ id: 'Backfill' }),
);
