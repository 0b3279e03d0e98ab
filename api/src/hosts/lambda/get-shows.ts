import { endpoints } from '@immersion-tracker/contract';
import { getShows } from '../../shows/get-shows.ts';
import { openTable } from './runtime/open-table.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

export const handler = serve(
  service,
  endpoints.getShows,
  getShows({ store: openTable(service.log) }),
);
