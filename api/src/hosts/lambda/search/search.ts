import { endpoints } from '@immersion-tracker/contract';
import { openProvider } from '../../../providers/tvdb/client.ts';
import { search } from '../../../search/search.ts';
import { providerHost } from '../runtime/provider-host.ts';
import { serve } from '../runtime/serve.ts';
import { service } from '../runtime/service.ts';

export const handler = serve(
  service,
  endpoints.search,
  search({ tvdb: openProvider(providerHost(service)) }),
);
