import type * as z from 'zod';
import type { Log } from '../kernel/log.ts';
import type { Item } from './items.ts';

interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** A copy of an item under another key. */
export interface Copy {
  /** Sort key of the original. */
  readonly from: string;
  /** Sort key of the copy. */
  readonly to: string;
  /** Attributes that differ from the original. Null removes an attribute. */
  readonly attributes: Readonly<Record<string, string | number | null>>;
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
 * Reads see every write that was acknowledged before they began. Items that do not match the schema are
 * logged and left out.
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

  /**
   * Adds the items whose keys do not exist yet, and returns the sort keys of those it added. Existing
   * items do not change. If several callers add an item concurrently, exactly one of them adds it.
   * After an error, some items may have been added, but never a part of one. All items must be in one
   * partition.
   */
  insertIfAbsent(items: readonly Item[], signal: AbortSignal): Promise<Set<string>>;

  /**
   * Copies items to keys of the same partition that do not exist yet, and returns the sort keys of the
   * copies it added. A copy has all attributes of its original, including those of other tools, apart
   * from its own `attributes`. Skips missing originals. If several callers add a copy concurrently,
   * exactly one of them adds it. After an error, some copies may have been added, but never a part of
   * one.
   */
  copyIfAbsent(pk: string, copies: readonly Copy[], signal: AbortSignal): Promise<Set<string>>;

  /**
   * Sets attributes of an existing item and increments its `version`, if that is still `expected` (a
   * missing or NULL version counts as 0). Returns false if it is not, or if the item does not exist.
   * Other attributes do not change.
   */
  updateVersioned(
    key: ItemKey,
    expected: number,
    attributes: Readonly<Record<string, string | number>>,
    signal: AbortSignal,
  ): Promise<boolean>;

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

/** Returns the rows that match the schema, and logs the others in one entry. */
export function parseRows<S extends AttributesSchema>(
  rows: readonly Readonly<Record<string, unknown>>[],
  schema: S,
  pk: string,
  log: Log,
): z.output<S>[] {
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
