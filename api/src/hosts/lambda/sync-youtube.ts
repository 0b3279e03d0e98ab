import { endpoints } from '@immersion-tracker/contract';
import { syncYoutube } from '../../sync/sync-youtube.ts';
import { youtubeOf } from '../providers.ts';
import { openTable } from './runtime/open-table.ts';
import { secretsManager } from './runtime/secrets-manager.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

const { clock, log } = service;
const youtube = youtubeOf({ ...service, secret: secretsManager(service) });

export const handler = serve(
  service,
  endpoints.syncYoutube,
  syncYoutube({ store: openTable(log), clock, youtube }),
);
