import { endpoints } from '@immersion-tracker/contract';
import { syncEpisodes } from '../../sync/sync-episodes.ts';
import { openTable } from './runtime/open-table.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

const { clock, log } = service;

export const handler = serve(
  service,
  endpoints.syncEpisodes,
  syncEpisodes({ store: openTable(log), clock }),
);
