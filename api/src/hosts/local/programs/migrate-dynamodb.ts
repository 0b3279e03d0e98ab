import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { createDynamodbItems } from '../../../migrate/dynamodb-items.ts';
import type { MigrationRole, Source, Target } from '../../../migrate/ports.ts';
import { TABLE_NAME } from '../../../settings.ts';
import { tableExists } from '../../../store/dynamodb/table.ts';
import { ask, connect, type DynamodbEndpoint, noTable, prepareTable } from '../open-dynamodb.ts';

/** Nobody waits for a copy, so the SDK may slow down while the table is throttled. */
const PATIENT = {
  retryMode: 'adaptive',
  maxAttempts: 8,
  requestHandler: { requestTimeout: 10_000, throwOnRequestTimeout: true },
} satisfies DynamoDBClientConfig;

const SUBJECT = 'DynamoDB';

/** Names the table and its region or endpoint, for display. */
export async function dynamodbName(endpoint: DynamodbEndpoint): Promise<string> {
  const where = endpoint ?? (await ask(endpoint, SUBJECT, ({ config }) => config.region()));
  return `table ${TABLE_NAME} in DynamoDB, ${where}`;
}

export async function openDynamodbItems(
  endpoint: DynamodbEndpoint,
  role: MigrationRole,
): Promise<Source & Target> {
  if (role === 'target') await prepareTable(endpoint, SUBJECT);
  const exists = role === 'target' || (await ask(endpoint, SUBJECT, tableExists));
  const isNeeded = role === 'source' || endpoint === undefined;
  if (!exists && isNeeded) throw noTable(endpoint, SUBJECT);
  const items = createDynamodbItems(connect(endpoint, PATIENT));
  return exists ? items : { ...items, async *read() {} };
}
