import * as z from 'zod';
import type { Log } from '../kernel/log.ts';
import { onceForEach } from '../kernel/once-for-each.ts';
import type { Changes } from './attributes.ts';
import type { WholeItem } from './whole-item.ts';

interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** The schema of the attributes to read. Only those are read and parsed. */
export type AttributesSchema = z.ZodObject;

/** Reads the items whose sort keys start with `prefix` ('' for all), in sort-key order, page by page. */
export type ReadItems = <S extends AttributesSchema>(
  prefix: string,
  attributes: S,
) => AsyncIterable<z.output<S>[]>;

/**
 * The items of all users. Every operation throws `store_unavailable` if `signal` aborts or the
 * database does not answer.
 *
 * Reads see every write that was acknowledged before they began. Reads by schema log items that do not
 * match it, and leave them out. An operation that has to return an item whole, and cannot, throws
 * `store_unavailable`, and names the item.
 */
export interface Store {
  /** Returns the sort keys that exist in the partition. */
  existing(pk: string, sks: readonly string[], signal: AbortSignal): Promise<Set<string>>;

  /** Returns an item's attributes, or undefined if it does not exist or does not match the schema. */
  get<S extends AttributesSchema>(
    key: ItemKey,
    attributes: S,
    signal: AbortSignal,
  ): Promise<z.output<S> | undefined>;

  /**
   * Returns the attributes of the items that exist and match the schema, without duplicates, in any
   * order. Include `sk` in the schema to identify them.
   */
  getMany<S extends AttributesSchema>(
    pk: string,
    sks: readonly string[],
    attributes: S,
    signal: AbortSignal,
  ): Promise<z.output<S>[]>;

  /** Returns the items that exist, whole, without duplicates, in any order. */
  getWhole(pk: string, sks: readonly string[], signal: AbortSignal): Promise<WholeItem[]>;

  /**
   * Reads the items whole whose sort keys start with `prefix` ('' for all), in sort-key order, page by
   * page: those after a sort key, or all of them if it is undefined.
   */
  readWhole(
    pk: string,
    prefix: string,
    after: string | undefined,
    signal: AbortSignal,
  ): AsyncIterable<readonly WholeItem[]>;

  /**
   * Adds the items whose keys do not exist yet, and before them the groups to which they belong. Returns
   * the sort keys of all that it added. Existing items do not change. If several callers add an item
   * concurrently, exactly one of them adds it. All items must be in one partition. An item that is not
   * added existed at some time during the call.
   *
   * After an error, nothing was added on SQLite, which writes everything in one transaction. On DynamoDB
   * each item is a write of its own, so some may have been added, but never a part of one. On both, the
   * same call again adds what is missing, and returns only that.
   */
  insertIfAbsent(
    items: readonly WholeItem[],
    signal: AbortSignal,
    groups?: readonly WholeItem[],
  ): Promise<Set<string>>;

  /**
   * Removes the items for which `isRemovable` is true, and returns each one whole, as it was when it was
   * removed. If several callers remove an item concurrently, exactly one of them gets it. The exception:
   * if the database's answer was lost and the call repeated, a second caller can get it too, because an
   * item that nobody gets would be lost. After an error, nothing was removed on SQLite, but some items may
   * have been on DynamoDB.
   */
  remove(
    pk: string,
    sks: readonly string[],
    isRemovable: (item: WholeItem) => boolean,
    signal: AbortSignal,
  ): Promise<WholeItem[]>;

  /**
   * Changes attributes of an existing item. With a `version`, it also increments the item's `version`,
   * if that is still the given one. (It counts as 0 if it is missing or not a number.) Returns false if
   * it is not, or if the item does not exist. Other attributes do not change.
   */
  update(key: ItemKey, changes: Changes, signal: AbortSignal, version?: number): Promise<boolean>;

  /** Reads the items whose sort keys start with `prefix` ('' for all), in sort-key order, page by page. */
  read<S extends AttributesSchema>(
    pk: string,
    prefix: string,
    attributes: S,
    signal: AbortSignal,
  ): AsyncIterable<z.output<S>[]>;

  /**
   * Like `read`, for several reads of one partition by the same caller. Takes fewer round trips if the
   * partition is small.
   */
  partition(pk: string, signal: AbortSignal): ReadItems;

  close(): void;
}

const listOf = onceForEach(<S extends AttributesSchema>(schema: S) => z.array(schema));

/** Returns the rows that match the schema, and logs the others in one entry. */
export function parseRows<S extends AttributesSchema>(
  rows: readonly Readonly<Record<string, unknown>>[],
  schema: S,
  pk: string,
  log: Log,
): z.output<S>[] {
  // Parsing them together takes half the time.
  const all = listOf(schema).safeParse(rows);
  if (all.success) return all.data;
  const fitting: z.output<S>[] = [];
  const misfits: string[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) fitting.push(parsed.data);
    else misfits.push(`${row.sk}: ${parsed.error.issues[0]?.path.join('.')}`);
  }
  if (misfits.length > 0) {
    const first = misfits.slice(0, 5);
    log('warn', 'left out items that do not match their schema', {
      pk,
      count: misfits.length,
      first,
    });
  }
  return fitting;
}
