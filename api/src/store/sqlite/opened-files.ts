import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** `missing`, or what tells a file from every other. Undefined if the path cannot be examined right now. */
function identityOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? 'missing' : `${found.dev}/${found.ino}`;
  } catch {
    return undefined;
  }
}

/**
 * Remembers the files that an open database consists of. Returns a function that looks whether each of them is
 * still at its path, and returns the first path that leads nowhere or to another file. What is written to such a
 * database is lost when it is closed. Without its WAL, it loses what is not in the main file yet, and without
 * its shared memory, other programs do not see its locks. `file` is the path with which it was opened.
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
