import * as z from 'zod';
import {
  count,
  epochSeconds,
  folderName,
  identifier,
  nullableText,
  source,
  tvdbId,
} from './fields.ts';
import { fromEntries } from './from-entries.ts';
import { lazy } from './lazy.ts';
import { providers } from './media/kinds.ts';

/** Maximum size of a request body, in bytes. */
export const BODY_LIMIT_BYTES = 6 * 1024 * 1024;

const recordIds = lazy(() =>
  z.array(identifier().meta({ description: "A record's id, which is its sort key." })),
);

export const noBody = lazy(() => z.undefined());

export const updateShowRequest = lazy(() =>
  z.object({ folder_name: folderName(), tvdb_id: tvdbId() }).meta({ id: 'UpdateShowRequest' }),
);

export const lookupRequest = lazy(() =>
  z.object({ ids: recordIds() }).meta({ id: 'LookupRequest' }),
);

export const rewatchRequest = lazy(() =>
  z
    .object({
      ids: recordIds(),
      watched_at: epochSeconds().optional().meta({
        description:
          'When they were watched again, in epoch seconds, at most five minutes from now. Defaults to the time of the request.',
      }),
      source: source(),
    })
    .meta({ id: 'RewatchRequest' }),
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

export const added = lazy(() => z.object({ added: count() }).meta({ id: 'Added' }));

export const configuredProviders = lazy(() =>
  z.object(fromEntries(providers.map(({ id }) => [id, z.boolean()]))).meta({ id: 'Providers' }),
);

export const empty = lazy(() => z.object({}).meta({ id: 'Empty' }));

export const shows = lazy(() =>
  z
    .object({
      shows: z.array(
        z.object({
          folder_name: z.string(),
          tvdb_id: z.number().nullable(),
          tvdb_name: nullableText(),
          tvdb_image: nullableText(),
        }),
      ),
    })
    .meta({ id: 'Shows' }),
);
