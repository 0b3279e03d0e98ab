import * as z from 'zod';
import { identifier, seconds } from '../fields.ts';
import { lazy } from '../lazy.ts';

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
          duration: seconds().meta({ description: 'In seconds.' }),
          known: z.boolean().meta({ description: 'Whether it is recorded already.' }),
        }),
      ),
    })
    .meta({ id: 'Backfill' }),
);
