import { endpoints } from '@immersion-tracker/contract';
import { getProgress } from '../../progress/get-progress.ts';
import { openTable } from './runtime/open-table.ts';
import { serve } from './runtime/serve.ts';
import { service } from './runtime/service.ts';

const { config, clock, log } = service;

export const handler = serve(
  service,
  endpoints.getProgress,
  getProgress({ store: openTable(log), clock, timeZone: config.timeZone }),
);
