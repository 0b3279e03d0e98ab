import * as z from 'zod';
import { lazy } from './lazy.ts';
import { plausibleWatch } from './plausible.ts';

/** Maximum length of a request's `source`, in UTF-8 bytes. */
export const SOURCE_LIMIT_BYTES = 64;

/** Refuses lone surrogates. UTF-8 cannot encode them, so different names would share one stored key. */
export const identifier = lazy(() =>
  z
    .string()
    .min(1, { error: 'must not be empty' })
    .refine((text) => text.isWellFormed(), { error: 'must be well-formed Unicode' }),
);

export const folderName = lazy(() =>
  identifier().meta({ description: "The show folder's name, exactly as on disk." }),
);
export const fileName = lazy(() =>
  identifier().meta({ description: "The file's name without its extension." }),
);
export const tvdbId = lazy(() =>
  z
    .int({ error: 'must be a whole number' })
    .positive({ error: 'must be above 0' })
    .meta({ description: 'TheTVDB id. Series and movies have separate id spaces.' }),
);

const TIME_ERRORS: Readonly<Record<string, string>> = {
  too_small: 'must not be negative',
  too_big: 'must be epoch seconds, not milliseconds',
};

/** Ends in 2106. Milliseconds sent by mistake are refused. */
export const epochSeconds = lazy(() =>
  z
    // One check instead of three, since figures parse the time of every record.
    .uint32({
      error: ({ code }) => TIME_ERRORS[code ?? ''] ?? 'must be whole epoch seconds',
      abort: true,
    })
    .meta({ description: 'In epoch seconds.' }),
);

/** When something was watched, as a client sends it. The tracker also checks that it is not in the future. */
export const watchedAt = lazy(() =>
  epochSeconds()
    .max(plausibleWatch.until - 1, { error: 'must be before the year 2100' })
    .meta({
      description: 'When it was watched, in epoch seconds, at most five minutes from now.',
    }),
);

/** A length that the client measured. A whole number, since the original system reads only those. */
export const measuredDuration = lazy(() =>
  z
    .int({ error: 'must be a whole number of seconds' })
    .min(1, { error: 'must be at least 1 second' })
    .max(86_400, { error: 'must be at most 86400 seconds, which is a day' })
    .meta({ description: 'The length in seconds, as measured in the file.' }),
);

/** What several records belong to. */
export const groupId = lazy(() =>
  z.string().meta({
    description:
      'Of a show, its TheTVDB id, or `SHOW#` and its folder until it has one; of a channel or podcast, its id; of a movie, the id of its first record.',
  }),
);

/** A day of the user's calendar. */
export const date = lazy(() => z.iso.date({ error: 'must be a date such as 2026-11-20' }));

export const text = lazy(() => z.string());
export const nullableText = lazy(() => z.string().nullable());
export const nullishText = lazy(() => z.string().nullish());
/** Ignores a value that is not a string: other tools may use the attribute for something else. */
export const optionalText = lazy(() =>
  z
    .string()
    // NULL is frequent, and `catch` is slow.
    .nullish()
    .catch(undefined)
    .transform((given) => given ?? undefined)
    .optional(),
);
export const seconds = lazy(() => z.number().nonnegative({ error: 'must not be negative' }));
export const count = lazy(() => z.int().nonnegative());

export const source = lazy(() =>
  identifier()
    .refine((text) => new TextEncoder().encode(text).length <= SOURCE_LIMIT_BYTES, {
      error: `must be at most ${SOURCE_LIMIT_BYTES} bytes of UTF-8`,
    })
    .optional()
    .meta({
      description:
        'A random string that the client chooses. It is stored in every record that the request adds, and `POST /lookup` returns it, so that a client can recognize its own records.',
    }),
);
