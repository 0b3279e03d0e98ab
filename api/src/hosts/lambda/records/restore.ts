import { endpoints } from '@immersion-tracker/contract';
import { restore } from '../../../records/restore.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.restore, restore);
