import { endpoints } from '@immersion-tracker/contract';
import { openProvider } from '../../providers/tvdb/client.ts';
import { syncMovies } from '../../sync/sync-movies.ts';
import { openTable } from './runtime/open-table.ts';
import { providerHost } from './runtime/provider-host.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

const { clock, log } = service;
const tvdb = openProvider(providerHost(service));

export const handler = serve(
  service,
  endpoints.syncMovies,
  syncMovies({ store: openTable(log), clock, tvdb }),
);
