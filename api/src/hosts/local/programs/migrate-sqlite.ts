import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { MigrationRole, Source, Target } from '../../../migrate/ports.ts';
import { createSqliteItems } from '../../../migrate/sqlite-items.ts';
import { upgradeSchema } from '../../../store/sqlite/schema.ts';
import { ConfigError } from '../../config.ts';
import type { Config } from '../config.ts';
import { createDataDir } from '../data-dir.ts';
import { checkDatabaseFile, LOCK_WAIT_MS, openDatabase } from '../database-file.ts';
import { openStore } from '../open-store.ts';

export async function openSqliteItems(
  config: Config,
  role: MigrationRole,
): Promise<Source & Target> {
  return createSqliteItems(await openFile(config, role));
}

async function openFile(config: Config, role: MigrationRole): Promise<DatabaseSync> {
  const { databaseFile: file, dataDir } = config;
  if (role === 'target') {
    createDataDir(dataDir);
    // Creates the file or upgrades its schema, as the tracker does.
    (await openStore({ ...config, store: 'sqlite' }, () => {})).close();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA synchronous = FULL');
    return database;
  }
  if (!existsSync(file)) {
    if (role === 'dry target') return emptyDatabase();
    throw new ConfigError(
      `The database ${file} does not exist. If yours is elsewhere, set IMMERSION_TRACKER_DATA_DIR to its folder.`,
    );
  }
  await checkDatabaseFile(file);
  const open = () => new DatabaseSync(file, { readOnly: true, timeout: LOCK_WAIT_MS });
  const database = openDatabase(open, file);
  // One transaction reads a consistent snapshot. In WAL mode it does not block the tracker's writes.
  database.exec('BEGIN');
  return database;
}

function emptyDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  upgradeSchema(database, 'memory');
  return database;
}
