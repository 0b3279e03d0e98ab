import { endpoints } from '@immersion-tracker/contract';
import { lookup } from '../../lookup/lookup.ts';
import { openTable } from './open-table.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

export const handler = serve(service, endpoints.lookup, lookup({ store: openTable(service.log) }));
