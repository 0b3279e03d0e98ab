import { endpoints } from '@immersion-tracker/contract';
import { syncMovies } from '../../movies/sync-movies.ts';
import { tvdbOf } from '../providers.ts';
import { openTable } from './open-table.ts';
import { secretsManager } from './secrets-manager.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

const { clock, log } = service;
const tvdb = tvdbOf({ ...service, secret: secretsManager(service) });

export const handler = serve(
  service,
  endpoints.syncMovies,
  syncMovies({ store: openTable(log), clock, tvdb }),
);
