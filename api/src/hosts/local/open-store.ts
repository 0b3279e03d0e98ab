import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Log } from '../../kernel/log.ts';
import { TABLE_NAME } from '../../settings.ts';
import { createDynamodbStore } from '../../store/dynamodb.ts';
import { ensureTable, tableExists } from '../../store/dynamodb-table.ts';
import { openSqliteStore } from '../../store/sqlite.ts';
import type { Store } from '../../store/store.ts';
import { type Config, ConfigError } from '../config.ts';

/** Opens the configured store. A store that cannot be used is a `ConfigError`. */
export async function openStore(config: Config, log: Log): Promise<Store> {
  if (config.store === 'dynamodb') return openDynamodb(config.dynamodbEndpoint, log);
  try {
    return openSqliteStore(config.databaseFile, log);
  } catch (error) {
    throw new ConfigError(`${config.databaseFile}: ${reasonOf(error)}${adviceOn(error)}`);
  }
}

async function openDynamodb(endpoint: string | undefined, log: Log): Promise<Store> {
  const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint });
  try {
    // On AWS the table belongs to the deployed stack; elsewhere it is ours to make.
    if (endpoint !== undefined) await ensureTable(client);
    else if (!(await tableExists(client))) {
      throw new Error(
        `there is no table ${TABLE_NAME} in this account and region; deploy it first`,
      );
    }
  } catch (error) {
    throw new ConfigError(
      `IMMERSION_TRACKER_STORE=dynamodb: ${reasonOf(error)} (AWS_REGION, AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL_DYNAMODB say which DynamoDB is meant)`,
    );
  }
  return createDynamodbStore(client, log);
}

/** For a file that is damaged (11) or of another kind (26), https://www.sqlite.org/rescode.html */
function adviceOn(error: unknown): string {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  const advice = '; restore a backup, or move the file away to begin with an empty one';
  return code === 11 || code === 26 ? advice : '';
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
