import { fork } from 'node:child_process';
import { once } from 'node:events';
import { BatchWriteItemCommand, DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { type MediaKind, mediaKinds } from '@immersion-tracker/contract';
import { startTracker } from '@immersion-tracker/e2e/tracker';
import { type Item, PARTITION } from './items.ts';
import type { Subject } from './measure.ts';

const TableName = 'immersion_tracker';
/** DynamoDB's limit. */
const BATCH = 25;

/** Starts a tracker on a DynamoDB stand-in with these items, which has a process of its own. */
export async function dynamodbSubject(items: readonly Item[]): Promise<Subject> {
  const server = fork(new URL('dynamodb-process.ts', import.meta.url));
  const [endpoint] = await once(server, 'message');
  const variables = {
    AWS_ENDPOINT_URL_DYNAMODB: `${endpoint}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'fake',
    AWS_SECRET_ACCESS_KEY: 'fake',
  };
  // Creates the table.
  const tracker = await startTracker({
    environment: { ...variables, IMMERSION_TRACKER_STORE: 'dynamodb' },
  });
  const credentials = { accessKeyId: 'fake', secretAccessKey: 'fake' };
  const client = new DynamoDBClient({ endpoint: `${endpoint}`, region: 'us-east-1', credentials });
  await fill(client, items);

  const prefixes = mediaKinds.flatMap(({ record, group }: MediaKind) => [
    record.prefix,
    ...(group === null ? [] : [group.prefix]),
  ]);
  const readAll = async () => {
    await Promise.all(prefixes.map((prefix) => readPrefix(client, prefix)));
  };
  return {
    url: tracker.url,
    pid: tracker.program.pid,
    readFigures: readAll,
    readList: readAll,
    async close() {
      client.destroy();
      await tracker.remove();
      server.kill();
    },
  };
}

async function readPrefix(client: DynamoDBClient, prefix: string): Promise<void> {
  const pages = paginateQuery(
    { client },
    {
      ...{ TableName, ConsistentRead: true },
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': { S: PARTITION }, ':prefix': { S: prefix } },
    },
  );
  for await (const _ of pages);
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
    await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
  }
}
