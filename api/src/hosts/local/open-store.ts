import type { Log } from '../../kernel/log.ts';
import { openSqliteStore } from '../../store/sqlite.ts';
import type { Store } from '../../store/store.ts';
import { ConfigError } from '../config.ts';
import type { Config } from './config.ts';

/** Opens the configured store. A store that cannot be used is a `ConfigError`. */
export async function openStore(config: Config, log: Log): Promise<Store> {
  if (config.store === 'dynamodb') {
    // A large import, which those without DynamoDB need not wait for.
    const { openDynamodb } = await import('./open-dynamodb.ts');
    return openDynamodb(config.dynamodbEndpoint, log);
  }
  try {
    return openSqliteStore(config.databaseFile, log);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${config.databaseFile}: ${reason}${adviceOn(error)}`);
  }
}

/** For a file that is damaged (11) or of another kind (26), https://www.sqlite.org/rescode.html */
function adviceOn(error: unknown): string {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  const advice = '; restore a backup, or move the file away to begin with an empty one';
  return code === 11 || code === 26 ? advice : '';
}
