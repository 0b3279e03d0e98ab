import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Log } from '../../kernel/log.ts';
import { TABLE_NAME } from '../../settings.ts';
import { createDynamodbStore } from '../../store/dynamodb/dynamodb-store.ts';
import { ensureTable, tableExists } from '../../store/dynamodb/table.ts';
import type { Store } from '../../store/store.ts';
import { ConfigError } from '../config.ts';
import { WHICH_DYNAMODB } from './which-dynamodb.ts';

/** Opens the table of this account and region, or of `endpoint`, where it is made if absent. */
export async function openDynamodb(endpoint: string | undefined, log: Log): Promise<Store> {
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
      `IMMERSION_TRACKER_STORE=dynamodb: ${reasonOf(error)} (${WHICH_DYNAMODB})`,
    );
  }
  return createDynamodbStore(client, log);
}

/** A connection that was tried on several addresses fails with an error for each. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
