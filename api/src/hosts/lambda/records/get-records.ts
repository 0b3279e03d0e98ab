import { endpoints } from '@immersion-tracker/contract';
import { getRecords } from '../../../records/get-records.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.getRecords, getRecords);
