import { endpoints } from '@immersion-tracker/contract';
import { rewatch } from '../../../records/rewatch.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.rewatch, rewatch);
