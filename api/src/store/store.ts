import type * as z from 'zod';
import type { Log } from '../kernel/log.ts';
import type { Item } from './items.ts';

/** Where one item stands. */
interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** A copy of an item under a key of its own. */
export interface Copy {
  /** Sort key of the original. */
  readonly from: string;
  /** Sort key of the copy. */
  readonly to: string;
  /** Attributes in which the copy differs from its original; null leaves one out. */
  readonly attributes: Readonly<Record<string, string | number | null>>;
}

/** The attributes that a reader asks for, as a schema: only those are read, then parsed. */
export type AttributesSchema = z.ZodObject;

/** Reads the items whose sort keys start with `prefix` (all with ''), in sort-key order, in pages. */
export type ReadItems = <S extends AttributesSchema>(
  prefix: string,
  attributes: S,
) => AsyncIterable<z.output<S>[]>;

/**
 * The items of all users. Every operation ends early, with `store_unavailable`, when `signal`
 * aborts or the database does not answer.
 *
 * Reads see every write that was answered before they began. An item that does not fit the schema
 * it is read by is logged and left out.
 */
export interface Store {
  /** Which of these sort keys exist in the partition. */
  existing(pk: string, sks: readonly string[], signal: AbortSignal): Promise<Set<string>>;

  /** The item's attributes, or undefined if it does not exist or does not fit. */
  get<S extends AttributesSchema>(
    key: ItemKey,
    attributes: S,
    signal: AbortSignal,
  ): Promise<z.output<S> | undefined>;

  /**
   * The attributes of the items that exist and fit, each once, in any order. Ask for `sk` to tell them
   * apart.
   */
  getMany<S extends AttributesSchema>(
    pk: string,
    sks: readonly string[],
    attributes: S,
    signal: AbortSignal,
  ): Promise<z.output<S>[]>;

  /**
   * Adds the items whose keys do not exist yet and returns the sort keys of those it added; the
   * others stay as they are. Each item is added by exactly one of any number of concurrent callers.
   * After an error some items may have been added, each of them whole.
   * All items are of one partition.
   */
  insertIfAbsent(items: readonly Item[], signal: AbortSignal): Promise<Set<string>>;

  /**
   * Copies items to other keys of their partition, if those do not exist yet, and returns the sort
   * keys of the copies it added. A copy has all attributes of its original, those of other tools
   * included, except as the copy says; an original that does not exist is passed over. Each copy is
   * added by exactly one of any number of concurrent callers. After an error some copies may have
   * been added, each of them whole.
   */
  copyIfAbsent(pk: string, copies: readonly Copy[], signal: AbortSignal): Promise<Set<string>>;

  /**
   * Sets attributes of an existing item and raises its `version` by one, if `version` still is
   * `expected` (absent or NULL counts as 0). False if it is not, or the item is gone.
   * Attributes that are not named stay.
   */
  updateVersioned(
    key: ItemKey,
    expected: number,
    attributes: Readonly<Record<string, string | number>>,
    signal: AbortSignal,
  ): Promise<boolean>;

  /** The items whose sort keys start with `prefix` (all with ''), in sort-key order, in pages. */
  read<S extends AttributesSchema>(
    pk: string,
    prefix: string,
    attributes: S,
    signal: AbortSignal,
  ): AsyncIterable<z.output<S>[]>;

  /**
   * For several reads of one partition by the same caller: what `read` returns, in fewer round trips
   * if the partition is small.
   */
  partition(pk: string, signal: AbortSignal): ReadItems;

  close(): void;
}

/** The rows that fit the schema. The others are counted in one log entry. */
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
    log('warn', 'items left out that do not fit their schema', {
      pk,
      count: misfits.length,
      first,
    });
  }
  return fitting;
}
