import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../config.ts';

/** Milliseconds to wait for another program that may be creating the database right now. */
const FIRST_PAGE_MS = 300;
/** Milliseconds to wait if another program has locked the file. */
export const LOCK_WAIT_MS = 5000;

const START_FRESH = 'restore a backup in its place, or delete it to start fresh';
const START_ELSEWHERE = 'move it away, or set IMMERSION_TRACKER_DATA_DIR to another folder';
const LET_WRITE = 'the user who runs the tracker must be able to write to this file and its folder';

/** Advice by SQLite's primary result code, see https://www.sqlite.org/rescode.html */
const ADVICE: ReadonlyMap<number, string> = new Map([
  [5, 'stop the program that has locked it'],
  [8, LET_WRITE],
  [10, 'check the disk'],
  [11, START_FRESH],
  [13, 'free some space on the disk'],
  [14, LET_WRITE],
  [26, START_ELSEWHERE],
]);

/**
 * Throws a `ConfigError` if the file exists but is not the tracker's. Otherwise the tracker would
 * silently start over in an empty file, or add its tables to another program's database. Also throws
 * if only the file's WAL exists, which SQLite would delete.
 */
export async function checkDatabaseFile(file: string): Promise<void> {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size;
  const size = () => sizeOf(file);
  const wal = `${file}-wal`;
  // In this order, since another program may be creating both right now.
  if ((sizeOf(wal) ?? 0) > 0 && size() === undefined) {
    throw new ConfigError(
      `${file} is missing, but ${wal} is there and may hold its latest records; put the database back, or delete the second file to start fresh`,
    );
  }
  if (size() === 0) await sleep(FIRST_PAGE_MS);
  if (size() === 0) {
    throw new ConfigError(
      `${file} is empty, probably because of a full disk or a failed copy; ${START_FRESH}`,
    );
  }
  if (size() === undefined || isTrackerDatabase(file)) return;
  throw new ConfigError(`${file} is not a tracker database; ${START_ELSEWHERE}`);
}

/** Also true for a database without tables, which an interrupted first start leaves behind. */
function isTrackerDatabase(file: string): boolean {
  const database = openDatabase(() => new DatabaseSync(file, { timeout: LOCK_WAIT_MS }), file);
  try {
    const question = `SELECT
      (SELECT count(*) FROM sqlite_schema) AS tables,
      (SELECT count(*) FROM pragma_table_info('items') WHERE name IN ('pk', 'sk')) AS keys`;
    const counts = openDatabase(() => database.prepare(question).get(), file);
    return counts?.tables === 0 || counts?.keys === 2;
  } finally {
    database.close();
  }
}

/** Calls `open`, and turns an error into a `ConfigError` with advice. */
export function openDatabase<T>(open: () => T, file: string): T {
  try {
    return open();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    const advice = ADVICE.get(code);
    throw new ConfigError(`${file}: ${reason}${advice === undefined ? '' : `; ${advice}`}`);
  }
}
