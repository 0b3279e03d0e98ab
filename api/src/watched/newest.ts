import { newestFirst, type Position } from './position.ts';

/** How many times `count` records are kept before the oldest are dropped. */
const MOST_TIMES = 4;

/** Keeps the newest `count` of all the records that are added, in memory for a few times as many. */
export function createNewest<T extends Position>(count: number) {
  let kept: T[] = [];
  let last: T | undefined;

  function trim(): T[] {
    kept = kept.toSorted(newestFirst).slice(0, count);
    last = kept.length === count ? kept.at(-1) : undefined;
    return kept;
  }

  return {
    add(record: T): void {
      if (last !== undefined && newestFirst(record, last) > 0) return;
      kept.push(record);
      if (kept.length >= count * MOST_TIMES) trim();
    },
    /** Newest first. */
    records: (): readonly T[] => trim(),
  };
}
