import { endpoints } from '@immersion-tracker/contract';
import { getHistory } from '../../../history/get-history.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.getHistory, getHistory);
