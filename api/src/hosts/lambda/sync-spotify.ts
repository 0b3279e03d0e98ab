import { endpoints } from '@immersion-tracker/contract';
import { syncSpotify } from '../../spotify/sync-spotify.ts';
import { spotifyOf } from '../providers.ts';
import { openTable } from './open-table.ts';
import { secretsManager } from './secrets-manager.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

const { clock, log } = service;
const spotify = spotifyOf({ ...service, secret: secretsManager(service) });

export const handler = serve(
  service,
  endpoints.syncSpotify,
  syncSpotify({ store: openTable(log), clock, spotify }),
);
