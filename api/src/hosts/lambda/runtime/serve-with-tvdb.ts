import type { Endpoint } from '@immersion-tracker/contract';
import type { Handler } from '../../../http/route.ts';
import { openProvider, type TvdbClient } from '../../../providers/tvdb/client.ts';
import { providerHost } from './provider-host.ts';
import { serve } from './serve.ts';
import { type StoreDeps, storeDeps } from './serve-with-store.ts';
import { service } from './service.ts';

/** Serves an operation that also asks TheTVDB. */
export function serveWithTvdb<E extends Endpoint>(
  endpoint: E,
  operation: (deps: StoreDeps & { readonly tvdb: TvdbClient }) => Handler<E>,
) {
  const tvdb = openProvider(providerHost(service));
  return serve(service, endpoint, operation({ ...storeDeps(), tvdb }));
}
