import { endpoints } from '@immersion-tracker/contract';
import { updateWatched } from '../../../watched/update-watched.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.updateWatched, updateWatched);
