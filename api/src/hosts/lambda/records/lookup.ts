import { endpoints } from '@immersion-tracker/contract';
import { lookup } from '../../../records/lookup.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.lookup, lookup);
