import { compareKeys } from '../store/keys.ts';

/** Where a record is in the list of all records. */
export interface Position {
  /** In epoch seconds. */
  readonly timestamp: number;
  readonly id: string;
}

/** Sorts the latest first; of the same second, the one with the greatest id. */
export const newestFirst = (a: Position, b: Position): number =>
  b.timestamp - a.timestamp || compareKeys(b.id, a.id);
