import { randomUUID } from 'node:crypto';
import { episode as episodeKind, itemKey, movie as movieKind } from '@immersion-tracker/contract';
import * as z from 'zod';
import type { RecordingLog } from '../../../kernel/testing/fakes.ts';
import type { episodeItem, movieItem, showItem } from '../../items.ts';
import { partitionKey } from '../../keys.ts';
import type { AttributesSchema, Store } from '../../store.ts';

/** An item as another tool may have written it: any attributes, null for NULL. */
export interface ForeignItem {
  readonly pk: string;
  readonly sk: string;
  readonly user: string;
  readonly [attribute: string]: string | number | null | undefined;
}

/** A store for one case, and what happens beside the port. */
export interface Subject {
  readonly store: Store;
  /** A second store on the same database, as another process would have. */
  openAnother(): Store;
  /** Puts items past the store, over those of the same keys. */
  put(items: readonly ForeignItem[]): Promise<void>;
  /** What the store has logged. */
  readonly logged: RecordingLog['entries'];
  /** A user whom nobody used before, and their partition. */
  readonly user: string;
  readonly pk: string;
  close(): Promise<void>;
}

/** Something that every store does. Rejects if this one does not. */
export interface StoreCase {
  readonly name: string;
  run(subject: Subject): Promise<void>;
}

/** Far more time than any case needs. */
export const inTime = (): AbortSignal => AbortSignal.timeout(60_000);

/** A user whom nobody used before, and their partition. */
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

/** `count` names whose order as keys is that of their numbers. */
export const numbered = (count: number, name = 'name'): string[] =>
  Array.from({ length: count }, (_, index) => `${name} ${String(index).padStart(5, '0')}`);

interface Range {
  readonly pk: string;
  readonly prefix: string;
}

/** All pages of a read. */
export async function readPages<S extends AttributesSchema>(
  store: Store,
  { pk, prefix }: Range,
  attributes: S,
): Promise<z.output<S>[][]> {
  const pages: z.output<S>[][] = [];
  for await (const page of store.read(pk, prefix, attributes, inTime())) pages.push(page);
  return pages;
}

/** All items of a read. */
export async function readAll<S extends AttributesSchema>(
  store: Store,
  range: Range,
  attributes: S,
): Promise<z.output<S>[]> {
  return (await readPages(store, range, attributes)).flat();
}

const keyOnly = z.object({ sk: z.string() });

/** The sort keys of a read. */
export async function readKeys(store: Store, pk: string, prefix = ''): Promise<string[]> {
  return (await readAll(store, { pk, prefix }, keyOnly)).map(({ sk }) => sk);
}
