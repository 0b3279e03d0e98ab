import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../config.ts';

/** Milliseconds that another program which makes the database just now has for its first page. */
const FIRST_PAGE_MS = 300;
/** Milliseconds to wait for a program that has locked the file. */
export const LOCK_WAIT_MS = 5000;

const BEGIN_ANEW = 'restore a backup in its place, or delete it to start anew';
const BEGIN_ELSEWHERE = 'move it away, or choose another folder by IMMERSION_TRACKER_DATA_DIR';
const LET_WRITE =
  'the user that runs the tracker must be able to write this file and the folder it is in';

/** What to do about SQLite's primary result codes, https://www.sqlite.org/rescode.html */
const ADVICE: ReadonlyMap<number, string> = new Map([
  [5, 'stop the program that has locked it'],
  [8, LET_WRITE],
  [10, 'check the disk'],
  [11, BEGIN_ANEW],
  [13, 'make room on the disk'],
  [14, LET_WRITE],
  [26, BEGIN_ELSEWHERE],
]);

/**
 * Throws a `ConfigError` if there is a file that the tracker cannot have made: it would begin anew in an
 * empty one without a word, and add its tables to another program's.
 */
export async function checkDatabaseFile(file: string): Promise<void> {
  const size = () => statSync(file, { throwIfNoEntry: false })?.size;
  if (size() === 0) await sleep(FIRST_PAGE_MS);
  if (size() === 0) {
    throw new ConfigError(
      `${file} is empty, probably what a full disk or a failed copy has left; ${BEGIN_ANEW}`,
    );
  }
  if (size() === undefined || isOurs(file)) return;
  throw new ConfigError(`${file} is not a tracker database; ${BEGIN_ELSEWHERE}`);
}

/** A database without any tables is what a first start leaves that was cut off. */
function isOurs(file: string): boolean {
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

/** Runs what opens a database file. If it cannot be used, a `ConfigError` says what to do. */
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
