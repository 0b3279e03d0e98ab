import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startTracker } from '@immersion-tracker/e2e/tracker';
import { forkModule } from '../fork-module.ts';
import { type Item, TABLE } from './items.ts';
import type { Subject } from './measure.ts';

/** DynamoDB's limit. */
const BATCH = 25;

/** Starts a tracker on a DynamoDB stand-in with these items, which has a process of its own. */
export async function dynamodbSubject(items: readonly Item[]): Promise<Subject> {
  const server = await forkModule(new URL('./dynamodb-process.ts', import.meta.url));
  const variables = {
    AWS_ENDPOINT_URL_DYNAMODB: server.message,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'fake',
    AWS_SECRET_ACCESS_KEY: 'fake',
  };
  // Creates the table.
  const tracker = await startTracker({
    environment: { ...variables, IMMERSION_TRACKER_STORE: 'dynamodb' },
  });
  const credentials = { accessKeyId: 'fake', secretAccessKey: 'fake' };
  const client = new DynamoDBClient({ endpoint: server.message, region: 'us-east-1', credentials });
  await fill(client, items);
  client.destroy();
  const bare = await forkModule(new URL('./dynamodb-bare.ts', import.meta.url), server.message);

  return {
    url: tracker.url,
    pid: tracker.program.pid,
    bareUrl: bare.message,
    async close() {
      bare.end();
      await tracker.remove();
      server.end();
    },
  };
}

async function fill(client: DynamoDBClient, items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += BATCH) {
    const requests = items.slice(from, from + BATCH).map((item) => ({
      PutRequest: {
        Item: Object.fromEntries(
          Object.entries(item).map(([name, value]) => [
            name,
            typeof value === 'number' ? { N: `${value}` } : { S: value },
          ]),
        ),
      },
    }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [TABLE]: requests } }));
  }
}
