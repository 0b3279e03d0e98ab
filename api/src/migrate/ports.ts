import type { WholeItem } from './item.ts';

// One user's items are a partition; `signal` ends a call, with `store_unavailable`.

export interface Partition {
  readonly pk: string;
  /** How many it has, about: others may write at the same time. */
  readonly items: number;
}

/** Where items are copied from. Nothing is ever written there. */
export interface Source {
  /** Those that have items: of `pks`, or of all. */
  partitions(pks: readonly string[] | undefined, signal: AbortSignal): Promise<Partition[]>;
  /** All items of the partition, in the order of sort keys, in pages. */
  read(pk: string, signal: AbortSignal): AsyncIterable<WholeItem[]>;
  [Symbol.dispose](): void;
}

/** What the target can hold of an item. */
export interface Fitted {
  /** Undefined where it cannot hold the item at all. */
  readonly item: WholeItem | undefined;
  /** What is lost of its attributes, such as `rating has no column`. */
  readonly losses: readonly string[];
}

export interface Inserted {
  /** How many were absent, and are there now. */
  readonly added: number;
  /** Those that the target does not take, whoever writes them. */
  readonly refused: readonly WholeItem[];
}

/** Where items are copied to. What is there already stays as it is. */
export interface Target {
  /** Continues a sentence about items that it cannot hold. */
  readonly limits: string;
  fit(item: WholeItem): Fitted;
  read: Source['read'];
  /**
   * `advance` is told of items as they are done with. After an error some items may have been
   * added, each of them whole.
   */
  insertIfAbsent(
    items: readonly WholeItem[],
    signal: AbortSignal,
    advance: (items: number) => void,
  ): Promise<Inserted>;
  [Symbol.dispose](): void;
}
