import { episode, itemKey, type LinkKind, movie, rewatchKey } from '@immersion-tracker/contract';
import { seconds } from '@immersion-tracker/contract/testing';
import * as z from 'zod';
import type { Log } from '../../kernel/log.ts';
import { wholeDeadline } from '../../kernel/testing/fakes.ts';
import { compareKeys } from '../../store/keys.ts';
import { type AttributesSchema, parseRows, type ReadItems, type Store } from '../../store/store.ts';

/** A stored item, written by any tool. */
export type Row = Readonly<Record<string, unknown>>;

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

/** The part of a store that reads `rows`, which can change between requests. */
export const storeOf = (rows: readonly Row[]): Pick<Store, 'partition'> => ({
  partition: () => readRows(rows),
});

const anyItem = z
  .looseObject({ pk: z.string(), sk: z.string() })
  .catchall(z.union([z.string(), z.number(), z.null()]));

/** Adds rows to a store. Undefined attributes are left out. */
export async function insertRows(store: Store, rows: readonly Row[]): Promise<void> {
  const items = rows.map((row) =>
    anyItem.parse(
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)),
    ),
  );
  await store.insertIfAbsent(items, wholeDeadline().signal);
}

const keys = { pk: 'USER#alice', user: 'alice' };
const watched = { timestamp: seconds('2026-05-20T08:00:00+12:00') };

/** Items of the user alice, by default watched at 8 a.m. of 20 May 2026 in Auckland. */
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
  /** Another viewing. */
  rewatch: (original: Row & { readonly sk: string }, timestamp: number, more: Row = {}) => ({
    ...{ ...original, sk: rewatchKey(original.sk, timestamp) },
    ...{ rewatch_of: original.sk, timestamp, ...more },
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
