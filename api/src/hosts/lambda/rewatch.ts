import { endpoints } from '@immersion-tracker/contract';
import { rewatch } from '../../rewatch/rewatch.ts';
import { openTable } from './open-table.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

const { clock, log } = service;

export const handler = serve(service, endpoints.rewatch, rewatch({ store: openTable(log), clock }));
