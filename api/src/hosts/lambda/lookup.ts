import { endpoints } from '@immersion-tracker/contract';
import { lookup } from '../../records/lookup.ts';
import { openTable } from './runtime/open-table.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

export const handler = serve(service, endpoints.lookup, lookup({ store: openTable(service.log) }));
