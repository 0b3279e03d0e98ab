import type { WholeItem } from './item.ts';

// One user's items are a partition. `signal` ends a call, with `store_unavailable`.

export interface Partition {
  readonly pk: string;
  /** How many items it has, about: others may write at the same time. */
  readonly items: number;
}

/** What a database is opened for. A dry run writes nothing, and finds nothing if there is none yet. */
export type MigrationRole = 'source' | 'target' | 'dry target';

/** Where items are copied from. Nothing is ever written there. */
export interface Source {
  /** Those of `pks`, or of all, that have items. */
  partitions(pks: readonly string[] | undefined, signal: AbortSignal): Promise<Partition[]>;
  /** All items of the partition, in the order of sort keys, in pages. */
  read(pk: string, signal: AbortSignal): AsyncIterable<WholeItem[]>;
  [Symbol.dispose](): void;
}

/** Whether this call has added an item; `refused` is one that the target does not take from anybody. */
export type Answer = 'added' | 'there' | 'refused';

/** Where items are copied to. What is there already stays as it is. */
export interface Target extends Pick<Source, 'read' | typeof Symbol.dispose> {
  /** Says why it may refuse an item. */
  readonly limits: string;
  /**
   * Answers by sort key. `advance` is told of items as they are done with. After an error some
   * items may have been added, each of them whole.
   */
  insertIfAbsent(
    items: readonly WholeItem[],
    signal: AbortSignal,
    advance: (items: number) => void,
  ): Promise<ReadonlyMap<string, Answer>>;
}
