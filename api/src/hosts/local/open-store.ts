import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { Log } from '../../kernel/log.ts';
import { TABLE_KEYS, TABLE_NAME } from '../../settings.ts';
import { createDynamodbStore } from '../../store/dynamodb.ts';
import { openSqliteStore } from '../../store/sqlite.ts';
import type { Store } from '../../store/store.ts';
import { type Config, ConfigError } from '../config.ts';

/** Seconds that a created table may take to become active. */
const TABLE_WAIT_SECONDS = 60;

/** Opens the configured store. A store that cannot be used is a `ConfigError`. */
export async function openStore(config: Config, log: Log): Promise<Store> {
  if (config.store === 'dynamodb') return openDynamodb(config.dynamodbEndpoint, log);
  try {
    return openSqliteStore(config.databaseFile, log);
  } catch (error) {
    throw new ConfigError(`${config.databaseFile}: ${reasonOf(error)}`);
  }
}

async function openDynamodb(endpoint: string | undefined, log: Log): Promise<Store> {
  const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint });
  try {
    // On AWS the table belongs to the deployed stack; elsewhere it is ours to make.
    if (!(await tableExists(client))) {
      if (endpoint === undefined) {
        throw new Error(
          `there is no table ${TABLE_NAME} in this account and region; deploy it first`,
        );
      }
      await createTable(client);
    }
  } catch (error) {
    throw new ConfigError(
      `IMMERSION_TRACKER_STORE=dynamodb: ${reasonOf(error)} (AWS_REGION, AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL_DYNAMODB say which DynamoDB is meant)`,
    );
  }
  return createDynamodbStore(client, log);
}

async function tableExists(client: DynamoDBClient): Promise<boolean> {
  try {
    await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}

async function createTable(client: DynamoDBClient): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: TABLE_NAME,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: TABLE_KEYS.partition, KeyType: 'HASH' },
          { AttributeName: TABLE_KEYS.sort, KeyType: 'RANGE' },
        ],
        AttributeDefinitions: Object.values(TABLE_KEYS).map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists(
    { client, maxWaitTime: TABLE_WAIT_SECONDS, minDelay: 1, maxDelay: 2 },
    { TableName: TABLE_NAME },
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
