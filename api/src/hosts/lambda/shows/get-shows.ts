import { endpoints } from '@immersion-tracker/contract';
import { getShows } from '../../../shows/get-shows.ts';
import { serveWithStore } from '../runtime/serve-with-store.ts';

export const handler = serveWithStore(endpoints.getShows, getShows);
