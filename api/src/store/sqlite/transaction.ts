import type { DatabaseSync } from 'node:sqlite';

/** Runs `work`, which writes, in a transaction, which is rolled back if it throws. */
export const transaction = <T>(database: DatabaseSync, work: () => T): T =>
  within(database, 'IMMEDIATE', work);

/** Runs `work`, which only reads, on one state of the database. */
export const snapshot = <T>(database: DatabaseSync, work: () => T): T =>
  within(database, 'DEFERRED', work);

function within<T>(database: DatabaseSync, mode: 'IMMEDIATE' | 'DEFERRED', work: () => T): T {
  database.exec(`BEGIN ${mode}`);
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // If the disk is full, SQLite has already rolled back.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
