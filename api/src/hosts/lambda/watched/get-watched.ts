import { endpoints } from '@immersion-tracker/contract';
import { getWatched } from '../../../watched/get-watched.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.getWatched, getWatched);
