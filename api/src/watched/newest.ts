import { newestFirst, type Position } from './cursor.ts';

/** How many more than the requested records are kept before the surplus is dropped. */
const SLACK = 4;

/** Keeps the newest `count` of all the records that are added, in memory for a few times `count`. */
export function createNewest<T extends Position>(count: number) {
  let kept: T[] = [];
  let last: T | undefined;

  function trim(): T[] {
    kept = kept.sort(newestFirst).slice(0, count);
    last = kept.length === count ? kept.at(-1) : undefined;
    return kept;
  }

  return {
    add(record: T): void {
      if (last !== undefined && newestFirst(record, last) > 0) return;
      kept.push(record);
      if (kept.length >= count * SLACK) trim();
    },
    /** Newest first. */
    records: (): readonly T[] => trim(),
  };
}
