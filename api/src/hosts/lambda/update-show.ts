import { endpoints } from '@immersion-tracker/contract';
import { updateShow } from '../../shows/update-show.ts';
import { tvdbOf } from '../providers.ts';
import { openTable } from './runtime/open-table.ts';
import { secretsManager } from './runtime/secrets-manager.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

const { log } = service;
const tvdb = tvdbOf({ ...service, secret: secretsManager(service) });

export const handler = serve(
  service,
  endpoints.updateShow,
  updateShow({ store: openTable(log), tvdb }),
);
