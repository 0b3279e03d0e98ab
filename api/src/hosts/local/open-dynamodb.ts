import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { Log } from '../../kernel/log.ts';
import { TABLE_NAME } from '../../settings.ts';
import { createDynamodbStore } from '../../store/dynamodb/dynamodb-store.ts';
import { ensureTable, tableExists } from '../../store/dynamodb/table.ts';
import type { Store } from '../../store/store.ts';
import { ConfigError } from '../config.ts';

/** Undefined for AWS. */
export type DynamodbEndpoint = string | undefined;

const WHICH_DYNAMODB =
  'check the DynamoDB settings AWS_REGION, AWS_ENDPOINT_URL_DYNAMODB, and AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';

export async function openDynamodb(endpoint: DynamodbEndpoint, log: Log): Promise<Store> {
  await prepareTable(endpoint, 'IMMERSION_TRACKER_STORE=dynamodb');
  return createDynamodbStore(connect(endpoint), log);
}

export function connect(
  endpoint: DynamodbEndpoint,
  more: DynamoDBClientConfig = {},
): DynamoDBClient {
  return new DynamoDBClient({ ...(endpoint !== undefined && { endpoint }), ...more });
}

/** On AWS the stack owns the table, so it must exist. Elsewhere it is created if missing. */
export async function prepareTable(endpoint: DynamodbEndpoint, subject: string): Promise<void> {
  if (endpoint !== undefined) await ask(endpoint, subject, ensureTable);
  else if (!(await ask(endpoint, subject, tableExists))) throw noTable(endpoint, subject);
}

/** Asks DynamoDB, and turns a failure into a `ConfigError` that begins with `subject`. */
export async function ask<T>(
  endpoint: DynamodbEndpoint,
  subject: string,
  question: (client: DynamoDBClient) => Promise<T>,
): Promise<T> {
  const client = connect(endpoint);
  try {
    return await question(client);
  } catch (error) {
    throw wrongDynamodb(subject, reasonOf(error));
  } finally {
    client.destroy();
  }
}

export function noTable(endpoint: DynamodbEndpoint, subject: string): ConfigError {
  const where =
    endpoint === undefined
      ? 'in this account and region; run npm run deploy first'
      : `at ${endpoint}; start a tracker there first`;
  return wrongDynamodb(subject, `the table ${TABLE_NAME} does not exist ${where}`);
}

const wrongDynamodb = (subject: string, problem: string): ConfigError =>
  new ConfigError(`${subject}: ${problem} (${WHICH_DYNAMODB})`);

/** If a host has several addresses, a failed connection is an `AggregateError` with one for each. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
