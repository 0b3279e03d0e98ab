import * as z from 'zod';
import {
  fileName,
  folderName,
  measuredDuration,
  nullishText,
  seconds,
  text,
  watchedAt,
} from '../fields.ts';
import { lazy } from '../lazy.ts';
import { noun } from '../words/nouns.ts';
import type { MediaKind } from './media-kind.ts';
import { tvdb } from './tvdb.ts';

/** Episodes of shows, by folder and file. */
export const episode = {
  id: 'episode',
  provider: tvdb,
  foundIn: 'folder',
  nouns: {
    record: noun('episode'),
    group: noun('show'),
    shortRecord: noun('episode'),
    shortGroup: noun('show'),
  },
  record: {
    prefix: 'EPISODE#',
    attributes: lazy(() => ({
      folder_name: text(),
      file_name: text(),
      episode_duration: seconds().nullish(),
    })),
    titles: ['file_name'],
    duration: 'episode_duration',
    durationFrom: 'file',
    guessedDuration: 20 * 60,
    group: 'folder_name',
  },
  group: {
    prefix: 'SHOW#',
    attributes: lazy(() => ({
      folder_name: text(),
      tvdb_id: z.number().nullish(),
      tvdb_name: nullishText(),
      tvdb_image: nullishText(),
      tvdb_average_runtime: seconds().nullish(),
      /** Optimistic lock. Counts as 0 if it is missing, or if another tool stored something else here. */
      version: z.int().nullish().catch(null),
    })),
    id: 'folder_name',
    names: ['tvdb_name'],
    nameFallback: 'folder_name',
    artwork: 'tvdb_image',
    sharedId: 'tvdb_id',
    averageDuration: 'tvdb_average_runtime',
  },
  sync: {
    operation: 'syncEpisodes',
    path: '/sync',
    summary: 'Record watched local episodes, and add each new show.',
    list: 'episodes',
    element: lazy(() =>
      z.object({
        folder_name: folderName(),
        file_name: fileName(),
        watched_at: watchedAt().optional(),
        duration: measuredDuration().optional(),
      }),
    ),
    added: 'episodes_added',
    asksProvider: false,
    example: { folder_name: 'show_name', file_name: 'episode_name' },
  },
  progress: {
    total: 'total_episodes_watched',
    today: 'episodes_watched_today',
    groups: 'shows',
    id: 'show_id',
    idSchema: lazy(() =>
      z.string().nullable().meta({ description: 'TheTVDB id, or null until it is set.' }),
    ),
    name: 'name',
    count: 'episodes_watched',
  },
} as const satisfies MediaKind;
