import { endpoints } from '@immersion-tracker/contract';
import { syncEpisodes } from '../../shows/sync-episodes.ts';
import { openTable } from './open-table.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

const { clock, log } = service;

export const handler = serve(
  service,
  endpoints.syncEpisodes,
  syncEpisodes({ store: openTable(log), clock }),
);
