import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** `missing`, or what identifies the file. Undefined if the path cannot be examined right now. */
function identityOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? 'missing' : `${found.dev}/${found.ino}`;
  } catch {
    return undefined;
  }
}

/**
 * Remembers the files of an open database. Returns a function that finds the first path at which one of them is
 * missing or replaced. Without the main file, whatever is written is lost when the database is closed; without the
 * WAL, what is not in the main file yet; and without the shared memory, other programs do not see the locks. `file`
 * is the path with which the database was opened.
 */
export function openedFiles(
  database: DatabaseSync,
  file = database.location(),
): () => string | undefined {
  // The first read opens the WAL and the shared memory.
  database.exec('SELECT 1 FROM sqlite_schema');
  const location = database.location();
  const paths = file === null ? [] : [file, `${location}-wal`, `${location}-shm`];
  const opened = paths
    .map((path) => ({ path, identity: identityOf(path) }))
    .filter(({ identity }) => identity !== undefined && identity !== 'missing');
  const isLost = ({ path, identity }: (typeof opened)[number]) =>
    (identityOf(path) ?? identity) !== identity;
  return () => opened.find(isLost)?.path;
}
