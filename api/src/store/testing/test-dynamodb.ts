import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { startDynamodb } from '@immersion-tracker/stand-ins';
import { ensureTable } from '../dynamodb/table.ts';

/** A DynamoDB to test against, with the table. */
export interface TestDynamodb {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The one that AWS_ENDPOINT_URL_DYNAMODB names; without it, one in memory. */
export async function startTestDynamodb(): Promise<TestDynamodb> {
  // biome-ignore lint/style/noProcessEnv: the test runner's choice of a database, not configuration.
  const given = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const { url, close } = given ? { url: given, close: async () => {} } : await startDynamodb();
  const client = testClient(url);
  await ensureTable(client);
  client.destroy();
  return { endpoint: url, stop: close };
}

/** How a test departs from the SDK's defaults. */
export type ClientOptions = Pick<DynamoDBClientConfig, 'maxAttempts'>;

/** A client that asks nobody else for region and credentials. */
export function testClient(endpoint: string, options: ClientOptions = {}): DynamoDBClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, ...options });
}
