import { endpoints } from '@immersion-tracker/contract';
import { updateMovie } from '../../../shows/update-movie.ts';
import { serveWithTvdb } from '../runtime/serve-with-tvdb.ts';

export const handler = serveWithTvdb(endpoints.updateMovie, updateMovie);
