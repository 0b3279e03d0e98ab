import { PREFIX } from '@immersion-tracker/contract';
import type { Log } from '../../kernel/log.ts';
import { compareKeys } from '../../store/keys.ts';
import { type AttributesSchema, parseRows, type ReadItems } from '../../store/store.ts';
import { localCalendar } from '../calendar.ts';
import { createTally } from '../tally.ts';

/** An item as a table may hold it, whoever wrote it. */
export type Row = Readonly<Record<string, unknown>>;

/** Epoch seconds of an ISO time. */
export const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** A tally of Auckland's days, at noon of an ordinary Wednesday unless told. */
export function tallyAt(iso = '2026-05-20T12:00:00+12:00') {
  const now = Date.parse(iso);
  return createTally(now, localCalendar(now, 'Pacific/Auckland'));
}

/** Reads rows as a store does: by prefix, in sort-key order, in pages, without misfits. */
export function readRows(rows: readonly Row[], log: Log = () => {}, pageSize = 2): ReadItems {
  return async function* read<S extends AttributesSchema>(prefix: string, attributes: S) {
    const found = rows
      .filter(({ sk }) => `${sk}`.startsWith(prefix))
      .sort((a, b) => compareKeys(`${a.sk}`, `${b.sk}`));
    for (let start = 0; start < found.length; start += pageSize) {
      yield parseRows(found.slice(start, start + pageSize), attributes, keys.pk, log);
    }
  };
}

const keys = { pk: 'USER#alice', user: 'alice' };
const watched = { timestamp: seconds('2026-05-20T08:00:00+12:00') };

/** Items of the user alice, watched at 8 on the tally's day unless told. */
export const rowOf = {
  episode: (folder_name: string, file_name: string, more: Row = {}) => ({
    ...keys,
    sk: `${PREFIX.episode}${folder_name}#${file_name}`,
    ...{ folder_name, file_name, ...watched, ...more },
  }),
  show: (folder_name: string, more: Row = {}) => ({
    ...keys,
    sk: PREFIX.show + folder_name,
    ...{ folder_name, version: 1, ...more },
  }),
  movie: (file_name: string, tvdb_name: string, more: Row = {}) => ({
    ...keys,
    sk: PREFIX.movie + file_name,
    ...{ file_name, tvdb_name, tvdb_id: 1, tvdb_image: `https://example.com/${file_name}.jpg` },
    ...{ movie_duration: 7200, ...watched, ...more },
  }),
  video: (youtube_video_id: string, youtube_channel_id: string, more: Row = {}) => ({
    ...keys,
    sk: PREFIX.youtubeVideo + youtube_video_id,
    ...{ youtube_video_id, youtube_channel_id, youtube_video_title: 'A video' },
    ...{ youtube_video_duration: 600, ...watched, ...more },
  }),
  channel: (youtube_channel_id: string, youtube_channel_title: string, more: Row = {}) => ({
    ...keys,
    sk: PREFIX.youtubeChannel + youtube_channel_id,
    ...{ youtube_channel_id, youtube_channel_title, ...more },
  }),
  podcastEpisode: (spotify_episode_id: string, spotify_show_id: string, more: Row = {}) => ({
    ...keys,
    sk: PREFIX.spotifyEpisode + spotify_episode_id,
    ...{ spotify_episode_id, spotify_show_id, spotify_episode_title: 'An episode' },
    ...{ spotify_episode_duration: 1800, ...watched, ...more },
  }),
  podcast: (spotify_show_id: string, spotify_show_name: string, more: Row = {}) => ({
    ...keys,
    sk: PREFIX.spotifyShow + spotify_show_id,
    ...{ spotify_show_id, spotify_show_name, ...more },
  }),
};
