import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextRound } from 'node:timers/promises';
import pLimit from 'p-limit';
import { chunk } from '../../kernel/chunk.ts';
import { raceAbort } from '../../kernel/deadline.ts';
import { type Guard, requireInTime, toStoreError } from './errors.ts';
import { type WholeRows, wholeRows } from './whole-rows.ts';

/** Items per turn of the event loop, which take about 5 ms. */
const WRITTEN_AT_ONCE = 500;

/** Writes a piece of the items, and returns its results. */
type WritePiece<Item, Result> = (rows: WholeRows, piece: readonly Item[]) => Result[];

/**
 * Returns a function that writes all items of a call in one transaction, which is rolled back if anything
 * fails or the signal aborts. Other requests get their turn between the pieces, so nothing else may use the
 * connection, and calls wait for each other. Once a call has begun, it does not wait for turns of its own,
 * because other calls wait for it.
 */
export function createWrite(database: DatabaseSync, guard: Guard) {
  const oneAtATime = pLimit(1);

  async function transact<Item, Result>(
    items: readonly Item[],
    signal: AbortSignal,
    writePiece: WritePiece<Item, Result>,
    since: number,
  ): Promise<Result[]> {
    await guard(signal, () => database.exec('BEGIN IMMEDIATE'), since);
    try {
      const rows = wholeRows(database);
      const results: Result[] = [];
      for (const [index, piece] of chunk(items, WRITTEN_AT_ONCE).entries()) {
        if (index > 0) await nextRound();
        requireInTime(signal);
        for (const result of writePiece(rows, piece)) results.push(result);
      }
      await guard(signal, () => database.exec('COMMIT'));
      return results;
    } catch (error) {
      // If the disk is full, SQLite has already rolled back. The store can have been closed in between.
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      throw toStoreError(error);
    }
  }

  return async <Item, Result>(
    items: readonly Item[],
    signal: AbortSignal,
    writePiece: WritePiece<Item, Result>,
  ): Promise<Result[]> => {
    if (items.length === 0) return [];
    try {
      // Otherwise calls that have waited for each other would each wait anew for another program's lock.
      const since = performance.now();
      const queued = oneAtATime(() => transact(items, signal, writePiece, since));
      const results = await raceAbort(signal, queued);
      await nextRound();
      return results;
    } catch (error) {
      requireInTime(signal);
      throw error;
    }
  };
}
