import { endpoints, spotifyEpisode } from '@immersion-tracker/contract';
import { openProvider } from '../../../providers/spotify/client.ts';
import { previewBackfill } from '../../../sync/preview-backfill.ts';
import { openTable } from '../runtime/open-table.ts';
import { providerHost } from '../runtime/provider-host.ts';
import { serve } from '../runtime/serve.ts';
import { service } from '../runtime/service.ts';

const store = openTable(service.log);
const provider = openProvider(providerHost(service));

export const handler = serve(
  service,
  endpoints.previewBackfill,
  previewBackfill(spotifyEpisode, { store, provider }),
);
