import { endpoints } from '@immersion-tracker/contract';
import { getProgress } from '../../progress/get-progress.ts';
import { openTable } from './open-table.ts';
import { serve } from './serve.ts';
import { service } from './service.ts';

const { config, clock, log } = service;

export const handler = serve(
  service,
  endpoints.getProgress,
  getProgress({ store: openTable(log), clock, timeZone: config.timeZone }),
);
