import { endpoints } from '@immersion-tracker/contract';
import { getLibrary } from '../../../library/get-library.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.getLibrary, getLibrary);
