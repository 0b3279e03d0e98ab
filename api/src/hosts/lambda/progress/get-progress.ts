import { endpoints } from '@immersion-tracker/contract';
import { getProgress } from '../../../progress/get-progress.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.getProgress, getProgress);
