import * as z from 'zod';
import {
  fileName,
  measuredDuration,
  nullishText,
  optionalText,
  seconds,
  text,
  tvdbId,
  watchedAt,
} from '../fields.ts';
import { lazy } from '../lazy.ts';
import { noun } from '../words/nouns.ts';
import type { MediaKind } from './media-kind.ts';
import { tvdb } from './tvdb.ts';

/** Movies, by file. */
export const movie = {
  id: 'movie',
  provider: tvdb,
  foundIn: 'folder',
  nouns: {
    record: noun('movie'),
    group: noun('movie'),
    shortRecord: noun('movie'),
    shortGroup: noun('movie'),
  },
  record: {
    prefix: 'MOVIE#',
    /** The tracker writes all `tvdb_` attributes. Other tools write `tmdb_` ones instead, or neither. */
    attributes: lazy(() => ({
      file_name: text(),
      tvdb_id: z.number().nullish(),
      tvdb_name: nullishText(),
      tvdb_image: nullishText(),
      tmdb_id: z.number().optional().catch(undefined),
      tmdb_name: optionalText(),
      tmdb_image: optionalText(),
      movie_duration: seconds().nullish(),
      /** `file` if the client measured the duration; missing if TheTVDB supplied it. */
      duration_source: optionalText(),
    })),
    titles: ['tvdb_name', 'tmdb_name'],
    titleFallback: 'file_name',
    artworks: ['tvdb_image', 'tmdb_image'],
    duration: 'movie_duration',
    durationFrom: 'provider',
    group: null,
  },
  group: null,
  sync: {
    operation: 'syncMovies',
    path: '/syncmovies',
    summary: 'Record watched local movies, with the metadata of the given TheTVDB movies.',
    list: 'movies',
    element: lazy(() =>
      z.object({
        file_name: fileName(),
        tvdb_id: tvdbId(),
        watched_at: watchedAt().optional(),
        duration: measuredDuration().optional(),
      }),
    ),
    added: 'movies_added',
    asksProvider: true,
    example: { file_name: 'movie_name', tvdb_id: 67890 },
  },
  progress: {
    total: 'total_movies_watched',
    today: 'movies_watched_today',
    groups: 'movies',
    id: 'movie_id',
    idSchema: lazy(() => z.string().meta({ description: "The local file's name." })),
    name: 'name',
    count: null,
  },
} as const satisfies MediaKind;
