import { randomUUID } from 'node:crypto';
import { episode as episodeKind, itemKey, movie as movieKind } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { RecordingLog } from '../../../kernel/testing/fakes.ts';
import type { episodeItem, movieItem, showItem } from '../../items.ts';
import { compareKeys, partitionKey } from '../../keys.ts';
import type { AttributesSchema, Store } from '../../store.ts';
import type { WholeItem } from '../../whole-item.ts';

/** A store for one case, with access to its database and log. */
export interface Subject {
  readonly store: Store;
  /** Opens another store on the same database, as another process would. */
  openAnother(): Store;
  /** Writes items without the store, and replaces those with the same keys. */
  put(items: readonly WholeItem[]): Promise<void>;
  readonly logged: RecordingLog['entries'];
  /** A new user. */
  readonly user: string;
  readonly pk: string;
  close(): Promise<void>;
}

/** A promise that every store must keep. `run` rejects if this one does not. */
export interface StoreCase {
  readonly name: string;
  run(subject: Subject): Promise<void>;
}

/** A signal that leaves far more time than any case needs. */
export const inTime = (): AbortSignal => AbortSignal.timeout(60_000);

/** A new user with their partition key. */
export function newUser(name = 'alice'): { user: string; pk: string } {
  const user = `${name}-${randomUUID()}`;
  return { user, pk: partitionKey(user) };
}

export const TIMESTAMP = 1_730_000_000;

export function episode(user: string, folderName: string, fileName: string, timestamp = TIMESTAMP) {
  return {
    pk: partitionKey(user),
    sk: itemKey(episodeKind.record, folderName, fileName),
    user,
    folder_name: folderName,
    file_name: fileName,
    timestamp,
  } satisfies z.output<typeof episodeItem>;
}

export function show(user: string, folderName: string) {
  return {
    pk: partitionKey(user),
    sk: itemKey(episodeKind.group, folderName),
    user,
    folder_name: folderName,
  } satisfies z.output<typeof showItem>;
}

export const movieKey = (fileName: string): string => itemKey(movieKind.record, fileName);

export function movie(user: string, fileName: string, timestamp = TIMESTAMP) {
  return {
    pk: partitionKey(user),
    sk: movieKey(fileName),
    user,
    file_name: fileName,
    tvdb_id: 67890,
    tvdb_name: 'Example Movie',
    tvdb_image: 'https://example.com/movie.jpg',
    movie_duration: 7200,
    timestamp,
  } satisfies z.output<typeof movieItem>;
}

/** A movie with attributes of other tools, of every type, and some of another type than the tracker's. */
export const foreign = (user: string, fileName: string, timestamp = TIMESTAMP) =>
  ({
    ...{ ...movie(user, fileName, timestamp), source: 5, version: 'two', tmdb_name: null },
    ...{ note: 'of another tool', empty: '', rating: 4.5, flag: true, nothing: null },
    other_attributes: {
      bytes: { B: 'AP8=' },
      texts: { SS: ['a', 'b'] },
      numbers: { NS: ['1', '12345678901234567890'] },
      list: { L: [{ S: 'a' }, { NULL: true }] },
      map: { M: { toString: { N: '12345678901234567890' } } },
      digits: { N: '12345678901234567890123456789012345678' },
      tvdb_average_runtime: { N: '0.1234567890123456789' },
      other_attributes: { S: 'a name with a meaning' },
    },
  }) satisfies WholeItem;

export const sortByKey = <I extends { readonly sk: string }>(items: readonly I[]): I[] =>
  items.toSorted((a, b) => compareKeys(a.sk, b.sk));

/** `count` names whose key order is their numerical order. */
export const numbered = (count: number, name = 'name'): string[] =>
  Array.from({ length: count }, (_, index) => `${name} ${String(index).padStart(5, '0')}`);

interface Range {
  readonly pk: string;
  readonly prefix: string;
}

export async function readPages<S extends AttributesSchema>(
  store: Store,
  { pk, prefix }: Range,
  attributes: S,
): Promise<z.output<S>[][]> {
  const pages: z.output<S>[][] = [];
  for await (const page of store.read(pk, prefix, attributes, inTime())) pages.push(page);
  return pages;
}

export async function readAll<S extends AttributesSchema>(
  store: Store,
  range: Range,
  attributes: S,
): Promise<z.output<S>[]> {
  return (await readPages(store, range, attributes)).flat();
}

const keyOnly = z.object({ sk: z.string() });

export async function readKeys(store: Store, pk: string, prefix = ''): Promise<string[]> {
  return (await readAll(store, { pk, prefix }, keyOnly)).map(({ sk }) => sk);
}
