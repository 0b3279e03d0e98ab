import { endpoints } from '@immersion-tracker/contract';
import { syncMovies } from '../../../sync/sync-movies.ts';
import { serveWithTvdb } from '../runtime/serve-with-tvdb.ts';

export const handler = serveWithTvdb(endpoints.syncMovies, syncMovies);
