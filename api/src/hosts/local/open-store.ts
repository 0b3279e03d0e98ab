import type { Log } from '../../kernel/log.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Store } from '../../store/store.ts';
import type { Config } from './config.ts';
import { checkDatabaseFile, openDatabase } from './database-file.ts';

/**
 * Opens the configured store. Throws a `ConfigError` if it is unusable. If one of its files disappears later,
 * calls `onLost` with the path.
 */
export async function openStore(
  config: Config,
  log: Log,
  onLost?: (path: string) => void,
): Promise<Store> {
  if (config.store === 'dynamodb') {
    // A large import, which would slow down the start with SQLite.
    const { openDynamodb } = await import('./open-dynamodb.ts');
    return openDynamodb(config.dynamodbEndpoint, log);
  }
  const { databaseFile } = config;
  await checkDatabaseFile(databaseFile);
  return openDatabase(() => openSqliteStore(databaseFile, log, { onLost }), databaseFile);
}
