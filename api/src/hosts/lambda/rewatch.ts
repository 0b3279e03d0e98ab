import { endpoints } from '@immersion-tracker/contract';
import { rewatch } from '../../records/rewatch.ts';
import { openTable } from './runtime/open-table.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

const { clock, log } = service;

export const handler = serve(service, endpoints.rewatch, rewatch({ store: openTable(log), clock }));
