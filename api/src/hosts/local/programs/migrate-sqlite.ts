import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Source, Target } from '../../../migrate/sides.ts';
import { createSqliteSource } from '../../../migrate/sqlite-source.ts';
import { createSqliteTarget } from '../../../migrate/sqlite-target.ts';
import { columnsOf } from '../../../store/sqlite-columns.ts';
import { migrate as bringUpToDate } from '../../../store/sqlite-schema.ts';
import { ConfigError } from '../../config.ts';
import type { Config } from '../config.ts';
import { createDataDir } from '../data-dir.ts';
import { checkDatabaseFile, LOCK_WAIT_MS, openDatabase } from '../database-file.ts';
import { openStore } from '../open-store.ts';

/** The file that the tracker writes, for reading only. */
export async function openSqliteSource({ databaseFile: file }: Config): Promise<Source> {
  if (!existsSync(file)) {
    throw new ConfigError(
      `There is no database ${file}; IMMERSION_TRACKER_DATA_DIR says in which folder it is.`,
    );
  }
  return createSqliteSource(await openToRead(file));
}

/** The file, created as the tracker would create it if it does not exist. */
export async function openSqliteTarget(config: Config): Promise<Target> {
  createDataDir(config.dataDir);
  (await openStore({ ...config, store: 'sqlite' }, () => {})).close();
  const database = new DatabaseSync(config.databaseFile);
  database.exec('PRAGMA synchronous = FULL');
  return createSqliteTarget(database);
}

/** The file for a dry run, which writes nothing; an empty database if there is none. */
export async function openSqliteDryTarget({ databaseFile: file }: Config): Promise<Target> {
  const upToDate = emptyDatabase();
  if (!existsSync(file)) return createSqliteTarget(upToDate);

  const existing = await openToRead(file);
  // A file of an older version would get the newer columns before anything is copied.
  const columns = [...columnsOf(upToDate), ...columnsOf(existing)];
  upToDate.close();
  return createSqliteTarget(existing, [
    ...new Map(columns.map((column) => [column.name, column])).values(),
  ]);
}

function emptyDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  bringUpToDate(database, 'memory');
  return database;
}

async function openToRead(file: string): Promise<DatabaseSync> {
  await checkDatabaseFile(file);
  return openDatabase(
    () => new DatabaseSync(file, { readOnly: true, timeout: LOCK_WAIT_MS }),
    file,
  );
}
