import { endpoints } from '@immersion-tracker/contract';
import { syncMovies } from '../../sync/sync-movies.ts';
import { tvdbOf } from '../providers.ts';
import { openTable } from './runtime/open-table.ts';
import { secretsManager } from './runtime/secrets-manager.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

const { clock, log } = service;
const tvdb = tvdbOf({ ...service, secret: secretsManager(service) });

export const handler = serve(
  service,
  endpoints.syncMovies,
  syncMovies({ store: openTable(log), clock, tvdb }),
);
