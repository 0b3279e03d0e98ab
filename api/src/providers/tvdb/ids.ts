import { TVDB } from './api.ts';

const reasons = 'deleted or wrong';

// What a 422 says of the two kinds of id.
export const SERIES_ID = { provider: TVDB, kind: 'series', reasons };
export const MOVIE_ID = { provider: TVDB, kind: 'movie', reasons };
