import * as z from 'zod';
import { count, epochSeconds, groupId, nullableText, seconds } from '../fields.ts';
import { lazy } from '../lazy.ts';
import { kind, wholeNumber } from './shared.ts';

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
            group_id: groupId(),
            name: nullableText(),
            artwork_url: nullableText(),
            records: count(),
            seconds: seconds(),
            guessed_seconds: seconds(),
            first_watched_at: epochSeconds(),
            last_watched_at: epochSeconds(),
          }),
        )
        .meta({ description: 'The most recently watched first.' }),
    })
    .meta({ id: 'Library' }),
);
