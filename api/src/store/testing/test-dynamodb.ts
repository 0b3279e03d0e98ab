import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { startDynamodb } from '@immersion-tracker/stand-ins';
import { ensureTable } from '../dynamodb/table.ts';

let started: Promise<string> | undefined;

/**
 * The origin of a DynamoDB with the tracker's table: that of AWS_ENDPOINT_URL_DYNAMODB if it is set,
 * otherwise one in memory. All test files of the process share it, each with users of its own.
 */
export const testDynamodb = (): Promise<string> => (started ??= start());

async function start(): Promise<string> {
  // biome-ignore lint/style/noProcessEnv: the test runner's choice of a database, not configuration.
  const url = process.env.AWS_ENDPOINT_URL_DYNAMODB ?? (await startDynamodb()).url;
  const client = testClient(url);
  await ensureTable(client);
  client.destroy();
  return url;
}

export type ClientOptions = Pick<DynamoDBClientConfig, 'maxAttempts'>;

/** A client with a fixed region and credentials. */
export function testClient(endpoint: string, options: ClientOptions = {}): DynamoDBClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, ...options });
}
