import { type LinkKindId, linkKinds, syncEndpoint } from '@immersion-tracker/contract';
import { openProvider } from '#link-provider';
import { syncLinks } from '../../../sync/sync-links.ts';
import { openTable } from '../runtime/open-table.ts';
import { providerHost } from '../runtime/provider-host.ts';
import { serve } from '../runtime/serve.ts';
import { service } from '../runtime/service.ts';

/** Each kind of link has its own function: the bundler defines the kind, and resolves `#link-provider`. */
declare const LINK_KIND: LinkKindId;

const kind = linkKinds.find(({ id }) => id === LINK_KIND);
if (kind === undefined) throw new Error(`${LINK_KIND} is not a kind of link`);

const { clock, log } = service;
const provider = openProvider(providerHost(service));

export const handler = serve(
  service,
  syncEndpoint(kind),
  syncLinks(kind, { store: openTable(log), clock, provider }),
);
