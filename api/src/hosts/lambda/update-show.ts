import { endpoints } from '@immersion-tracker/contract';
import { openProvider } from '../../providers/tvdb/client.ts';
import { updateShow } from '../../shows/update-show.ts';
import { openTable } from './runtime/open-table.ts';
import { providerHost } from './runtime/provider-host.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

const { log } = service;
const tvdb = openProvider(providerHost(service));

export const handler = serve(
  service,
  endpoints.updateShow,
  updateShow({ store: openTable(log), tvdb }),
);
