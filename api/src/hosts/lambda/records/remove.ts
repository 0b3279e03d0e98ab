import { endpoints } from '@immersion-tracker/contract';
import { remove } from '../../../records/remove.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.remove, remove);
