import { endpoints } from '@immersion-tracker/contract';
import { getShows } from '../../shows/get-shows.ts';
import { openTable } from './open-table.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

export const handler = serve(
  service,
  endpoints.getShows,
  getShows({ store: openTable(service.log) }),
);
