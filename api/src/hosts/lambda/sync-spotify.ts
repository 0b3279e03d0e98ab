import { endpoints } from '@immersion-tracker/contract';
import { syncSpotify } from '../../sync/sync-spotify.ts';
import { spotifyOf } from '../providers.ts';
import { openTable } from './runtime/open-table.ts';
import { secretsManager } from './runtime/secrets-manager.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

const { clock, log } = service;
const spotify = spotifyOf({ ...service, secret: secretsManager(service) });

export const handler = serve(
  service,
  endpoints.syncSpotify,
  syncSpotify({ store: openTable(log), clock, spotify }),
);
