import { endpoints } from '@immersion-tracker/contract';
import { updateShow } from '../../shows/update-show.ts';
import { tvdbOf } from '../providers.ts';
import { openTable } from './open-table.ts';
import { secretsManager } from './secrets-manager.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

const { log } = service;
const tvdb = tvdbOf({ ...service, secret: secretsManager(service) });

export const handler = serve(
  service,
  endpoints.updateShow,
  updateShow({ store: openTable(log), tvdb }),
);
