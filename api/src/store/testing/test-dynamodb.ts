import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { startDynamodb } from '@immersion-tracker/stand-ins';
import { ensureTable } from '../dynamodb/table.ts';

/** A DynamoDB for tests, with the tracker's table. */
export interface TestDynamodb {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Uses the one at AWS_ENDPOINT_URL_DYNAMODB, if set, or starts one in memory. */
export async function startTestDynamodb(): Promise<TestDynamodb> {
  // biome-ignore lint/style/noProcessEnv: the test runner's choice of a database, not configuration.
  const given = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const { url, close } = given ? { url: given, close: async () => {} } : await startDynamodb();
  const client = testClient(url);
  await ensureTable(client);
  client.destroy();
  return { endpoint: url, stop: close };
}

export type ClientOptions = Pick<DynamoDBClientConfig, 'maxAttempts'>;

/** A client with a fixed region and credentials. */
export function testClient(endpoint: string, options: ClientOptions = {}): DynamoDBClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, ...options });
}
