import { endpoints } from '@immersion-tracker/contract';
import { listRecords } from '../../../records/list-records.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.listRecords, listRecords);
