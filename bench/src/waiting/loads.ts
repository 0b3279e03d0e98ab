import { endpoints } from '@immersion-tracker/contract';
import { makeItems } from '../reading/items.ts';

/** How many episodes a sync sends. */
const SYNCED = 2000;

/** What the user of the busy connections has recorded. */
export const items = makeItems(10_000);

/** Requests that take the tracker long, by name. */
export const loads: Readonly<Record<string, Load>> = {
  'GET /progress': endpoints.getProgress,
  'GET /watched': endpoints.getWatched,
  [`POST /sync of ${SYNCED} known episodes`]: {
    ...endpoints.syncEpisodes,
    body: JSON.stringify({
      episodes: items
        .filter(({ sk }) => `${sk}`.startsWith('EPISODE#'))
        .slice(0, SYNCED)
        .map(({ folder_name, file_name }) => ({ folder_name, file_name })),
    }),
  },
};

interface Load {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}
