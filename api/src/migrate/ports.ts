import type { RawItem } from './item.ts';

// A partition contains one user's items. When `signal` aborts, calls fail with `store_unavailable`.

export interface Partition {
  readonly pk: string;
  /** Number of items. Approximate, since the tracker can be writing at the same time. */
  readonly items: number;
}

/** What a database is opened for. A missing `dry target` is not created, and reads as empty. */
export type MigrationRole = 'source' | 'target' | 'dry target';

/** A database to copy from. It is never written to. */
export interface Source {
  /** The partitions among `pks` that have items, or all partitions if `pks` is undefined. */
  partitions(pks: readonly string[] | undefined, signal: AbortSignal): Promise<Partition[]>;
  /** All items of the partition, in sort-key order, page by page. */
  read(pk: string, signal: AbortSignal): AsyncIterable<RawItem[]>;
  [Symbol.dispose](): void;
}

/** What became of an item: `there` if it existed, `refused` if the target can never store it. */
export type Answer = 'added' | 'there' | 'refused';

/** A database to copy to. Existing items are never changed. */
export interface Target extends Pick<Source, 'read' | typeof Symbol.dispose> {
  /** Why it can refuse an item, for the report. */
  readonly limits: string;
  /**
   * Returns the answers by sort key. Calls `advance` with the number of items it has finished. After
   * an error, some items may have been added, but never a part of one.
   */
  insertIfAbsent(
    items: readonly RawItem[],
    signal: AbortSignal,
    advance: (items: number) => void,
  ): Promise<ReadonlyMap<string, Answer>>;
}
