import * as z from 'zod';
import { date, epochSeconds, groupId, nullableText, watchedAt } from '../fields.ts';
import { lazy } from '../lazy.ts';
import { before, kind, next, recordId, wholeNumber } from './shared.ts';

/** How many records a page can have. */
export const WATCHED_LIMIT = 200;

export const watchedQuery = lazy(() =>
  z.object({
    limit: wholeNumber(
      z
        .int({ error: 'must be a whole number' })
        .min(1, { error: `must be from 1 to ${WATCHED_LIMIT}` })
        .max(WATCHED_LIMIT, { error: `must be from 1 to ${WATCHED_LIMIT}` }),
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

/** Where a length comes from. */
const durationSource = lazy(() =>
  z.enum(['file', 'provider', 'show_average', 'guess']).meta({
    description: 'Where the length comes from: `show_average` is that of the show on TheTVDB.',
  }),
);

export const watched = lazy(() =>
  z
    .object({
      watched: z
        .array(
          z.object({
            id: z.string(),
            rewatch_of: nullableText().meta({
              description: 'The id of the first viewing; null if this is the first.',
            }),
            kind: kind(),
            title: z.string(),
            group_id: groupId(),
            group: nullableText().meta({
              description: 'The name of its show, channel or podcast; null for a movie.',
            }),
            artwork_url: nullableText(),
            watched_at: epochSeconds(),
            duration: z.number().nullable().meta({ description: 'In seconds.' }),
            duration_source: durationSource().nullable(),
          }),
        )
        .max(WATCHED_LIMIT)
        .meta({ description: 'The latest first.' }),
      next: next(),
    })
    .meta({ id: 'Watched' }),
);

export const updateWatchedRequest = lazy(() =>
  z.object({ id: recordId(), watched_at: watchedAt() }).meta({ id: 'UpdateWatchedRequest' }),
);
