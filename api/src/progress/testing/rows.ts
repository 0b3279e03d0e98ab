import {
  byKind,
  episode,
  itemKey,
  type KindFigures,
  type KindId,
  type LinkKind,
  movie,
  writeFigures,
} from '@immersion-tracker/contract';
import { learnerCalendar } from '../../calendar/calendar.ts';
import { seconds } from '../../calendar/testing/seconds.ts';
import type { Log } from '../../kernel/log.ts';
import { compareKeys } from '../../store/keys.ts';
import { type AttributesSchema, parseRows, type ReadItems } from '../../store/store.ts';
import { createTally } from '../tally.ts';

/** A stored item, written by any tool. */
export type Row = Readonly<Record<string, unknown>>;

export { seconds };

/** A tally in Auckland's time zone, by default at noon of an ordinary Wednesday. */
export function tallyAt(iso = '2026-05-20T12:00:00+12:00') {
  const now = Date.parse(iso);
  const days = { timeZone: 'Pacific/Auckland', dayStartsAtHour: 0 };
  return createTally(now, learnerCalendar(now, days));
}

/** Reads rows as a store does: by prefix, in sort-key order, page by page, without invalid ones. */
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

/** Items of the user alice, by default watched at 8 a.m. on the tally's day. */
export const rowOf = {
  episode: (folder_name: string, file_name: string, more: Row = {}) => ({
    ...keys,
    sk: itemKey(episode.record, folder_name, file_name),
    ...{ folder_name, file_name, ...watched, ...more },
  }),
  show: (folder_name: string, more: Row = {}) => ({
    ...keys,
    sk: itemKey(episode.group, folder_name),
    ...{ folder_name, version: 1, ...more },
  }),
  movie: (file_name: string, tvdb_name: string, more: Row = {}) => ({
    ...keys,
    sk: itemKey(movie.record, file_name),
    ...{ file_name, tvdb_name, tvdb_id: 1, tvdb_image: `https://example.com/${file_name}.jpg` },
    ...{ movie_duration: 7200, ...watched, ...more },
  }),
  /** A watch record of a link kind. */
  link: ({ record }: LinkKind, id: string, groupId: string, more: Row = {}) => ({
    ...keys,
    sk: itemKey(record, id),
    ...{ [record.id]: id, [record.group]: groupId, [record.titles[0]]: 'A title' },
    ...{ [record.duration]: 600, ...watched, ...more },
  }),
  /** The channel or podcast of such records. */
  group: ({ group }: LinkKind, id: string, name: string, more: Row = {}) => ({
    ...keys,
    sk: itemKey(group, id),
    ...{ [group.id]: id, [group.names[0]]: name, ...more },
  }),
};

/** The fields of a response with one kind's figures. */
export const fieldsOf = (id: KindId, figures: KindFigures): ReturnType<typeof writeFigures> =>
  writeFigures(
    byKind((kind) => (kind.id === id ? figures : { watched: 0, watchedToday: 0, groups: [] })),
  );
