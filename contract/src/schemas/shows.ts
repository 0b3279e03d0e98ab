import * as z from 'zod';
import { fileName, folderName, nullableText, tvdbId } from '../fields.ts';
import { lazy } from '../lazy.ts';

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

export const updateShowRequest = lazy(() =>
  z
    .object({
      folder_name: folderName(),
      tvdb_id: tvdbId().nullable().meta({
        description: 'The TheTVDB id of the series; null removes the metadata again.',
      }),
    })
    .meta({ id: 'UpdateShowRequest' }),
);

export const updateMovieRequest = lazy(() =>
  z.object({ file_name: fileName(), tvdb_id: tvdbId() }).meta({ id: 'UpdateMovieRequest' }),
);
