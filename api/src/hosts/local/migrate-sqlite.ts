import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Source, Target } from '../../migrate/sides.ts';
import { createSqliteSource } from '../../migrate/sqlite-source.ts';
import { createSqliteTarget } from '../../migrate/sqlite-target.ts';
import { columnsOf } from '../../store/sqlite-columns.ts';
import { migrate as bringUpToDate } from '../../store/sqlite-schema.ts';
import { ConfigError } from '../config.ts';
import type { Config } from './config.ts';
import { createDataDir } from './data-dir.ts';
import { openStore } from './open-store.ts';

/** Milliseconds to wait for a program that has locked the file. */
const LOCK_WAIT_MS = 5000;

/** The file that the tracker writes, for reading only. */
export function openSqliteSource({ databaseFile: file }: Config): Source {
  if (!existsSync(file)) {
    throw new ConfigError(
      `There is no database ${file}; IMMERSION_TRACKER_DATA_DIR says in which folder it is.`,
    );
  }
  const database = openToRead(file);
  if (database === undefined) throw new ConfigError(`${file} is no database of the tracker.`);
  return createSqliteSource(database);
}

/** The file, made as the tracker would where it does not exist. */
export async function openSqliteTarget(config: Config): Promise<Target> {
  createDataDir(config.dataDir);
  (await openStore({ ...config, store: 'sqlite' }, () => {})).close();
  const database = new DatabaseSync(config.databaseFile);
  database.exec('PRAGMA synchronous = FULL');
  return createSqliteTarget(database);
}

/** Stands in for the file where nothing is to be written; an empty one where there is none. */
export function openSqliteDryTarget({ databaseFile: file }: Config): Target {
  const existing = existsSync(file) ? openToRead(file) : undefined;
  return createSqliteTarget(existing ?? emptyDatabase());
}

function emptyDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  bringUpToDate(database, 'memory');
  return database;
}

/** Undefined where the file has no items. */
function openToRead(file: string): DatabaseSync | undefined {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: LOCK_WAIT_MS });
    if (columnsOf(database).length > 0) return database;
    database.close();
    return undefined;
  } catch (error) {
    throw new ConfigError(`${file}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
