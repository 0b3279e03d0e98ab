import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { createDynamodbSource } from '../../../migrate/dynamodb-source.ts';
import { createDynamodbTarget } from '../../../migrate/dynamodb-target.ts';
import type { Source, Target } from '../../../migrate/sides.ts';
import { TABLE_NAME } from '../../../settings.ts';
import { ensureTable, tableExists } from '../../../store/dynamodb/table.ts';
import { ConfigError } from '../../config.ts';
import { errorCode } from '../error-code.ts';
import { WHICH_DYNAMODB } from '../which-dynamodb.ts';

type Endpoint = string | undefined;

/** For a copy, which nobody waits for: the SDK slows down while the table is throttled. */
const PATIENT = {
  retryMode: 'adaptive',
  maxAttempts: 8,
  requestHandler: { requestTimeout: 10_000, throwOnRequestTimeout: true },
} satisfies DynamoDBClientConfig;

/** Which DynamoDB it is, for a person. */
export async function dynamodbName(endpoint: Endpoint): Promise<string> {
  const where = endpoint ?? (await ask(endpoint, ({ config }) => config.region()));
  return `table ${TABLE_NAME} in DynamoDB, ${where}`;
}

export async function openDynamodbSource(endpoint: Endpoint): Promise<Source> {
  if (!(await ask(endpoint, tableExists))) throw noTable(endpoint);
  return createDynamodbSource(connect(endpoint, PATIENT));
}

/** At an endpoint the table is made if absent. On AWS it belongs to the deployed stack. */
export async function openDynamodbTarget(endpoint: Endpoint): Promise<Target> {
  if (endpoint !== undefined) await ask(endpoint, ensureTable);
  else if (!(await ask(endpoint, tableExists))) throw noTable(endpoint);
  return createDynamodbTarget(connect(endpoint, PATIENT));
}

/** Stands in for the table where nothing is to be written; an empty one where it would be made. */
export async function openDynamodbDryTarget(endpoint: Endpoint): Promise<Target> {
  const exists = await ask(endpoint, tableExists);
  if (!exists && endpoint === undefined) throw noTable(endpoint);
  const target = createDynamodbTarget(connect(endpoint, PATIENT));
  return exists ? target : { ...target, async *read() {} };
}

function connect(endpoint: Endpoint, more: DynamoDBClientConfig = {}): DynamoDBClient {
  return new DynamoDBClient({ ...(endpoint !== undefined && { endpoint }), ...more });
}

/** Asks without patience, so that a variable with a slip is soon told. */
async function ask<T>(endpoint: Endpoint, question: (client: DynamoDBClient) => Promise<T>) {
  const client = connect(endpoint);
  try {
    return await question(client);
  } catch (error) {
    // A connection that was tried on several addresses fails without a message.
    const reason =
      error instanceof Error && error.message !== '' ? error.message : errorCode(error);
    throw new ConfigError(`DynamoDB: ${reason} (${WHICH_DYNAMODB})`);
  } finally {
    client.destroy();
  }
}

function noTable(endpoint: Endpoint): ConfigError {
  const problem =
    endpoint === undefined
      ? 'in this account and region; deploy it first'
      : `at ${endpoint}; no tracker has written there yet`;
  return new ConfigError(
    `DynamoDB: there is no table ${TABLE_NAME} ${problem} (${WHICH_DYNAMODB})`,
  );
}
