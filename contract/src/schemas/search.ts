import * as z from 'zod';
import { nullableText, tvdbId } from '../fields.ts';
import { lazy } from '../lazy.ts';

/** The longest query that is sent to TheTVDB, in characters. */
const LONGEST_QUERY = 500;

/** How many results a search has at most. */
export const SEARCH_LIMIT = 10;

export const searchQuery = lazy(() =>
  z.object({
    type: z
      .enum(['series', 'movie'], { error: 'must be series or movie' })
      .meta({ description: 'What to look for.' }),
    query: z
      .string({ error: 'is missing' })
      .trim()
      .min(1, { error: 'must not be empty' })
      .max(LONGEST_QUERY, { error: `must be at most ${LONGEST_QUERY} characters` })
      .meta({ description: 'Words of the title, a TheTVDB id, a slug, or a link to thetvdb.com.' }),
  }),
);

export const searchResults = lazy(() =>
  z
    .object({
      results: z
        .array(
          z.object({
            tvdb_id: tvdbId(),
            name: z
              .string()
              .meta({ description: 'In English if TheTVDB has it, otherwise `original_name`.' }),
            original_name: z.string().meta({ description: 'In the original language.' }),
            year: z.int().nullable(),
            image: nullableText().meta({ description: 'The URL of a poster.' }),
            overview: nullableText(),
          }),
        )
        .max(SEARCH_LIMIT)
        .meta({ description: 'The best first.' }),
    })
    .meta({ id: 'SearchResults' }),
);
