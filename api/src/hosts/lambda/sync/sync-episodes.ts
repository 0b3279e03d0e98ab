import { endpoints } from '@immersion-tracker/contract';
import { syncEpisodes } from '../../../sync/sync-episodes.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.syncEpisodes, syncEpisodes);
