import { endpoints } from '@immersion-tracker/contract';
import { updateShow } from '../../../shows/update-show.ts';
import { serveWithTvdb } from '../runtime/serve-with-tvdb.ts';

export const handler = serveWithTvdb(endpoints.updateShow, updateShow);
