import { endpoints } from '@immersion-tracker/contract';
import { syncYoutube } from '../../youtube/sync-youtube.ts';
import { youtubeOf } from '../providers.ts';
import { openTable } from './open-table.ts';
import { secretsManager } from './secrets-manager.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

const { clock, log } = service;
const youtube = youtubeOf({ ...service, secret: secretsManager(service) });

export const handler = serve(
  service,
  endpoints.syncYoutube,
  syncYoutube({ store: openTable(log), clock, youtube }),
);
