import { DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { type MediaKind, mediaKinds } from '@immersion-tracker/contract';
import { serveReadings } from './bare-server.ts';
import { PARTITION, TABLE } from './items.ts';

// The bare readings of a table: of all prefixes at once, with the SDK.

const client = new DynamoDBClient({
  ...{ endpoint: process.argv[2] ?? '', region: 'us-east-1' },
  credentials: { accessKeyId: 'fake', secretAccessKey: 'fake' },
});
const prefixes = mediaKinds.flatMap(({ record, group }: MediaKind) => [
  record.prefix,
  ...(group === null ? [] : [group.prefix]),
]);
const readAll = () => Promise.all(prefixes.map(readPrefix));
await serveReadings({ figures: readAll, list: readAll });

async function readPrefix(prefix: string): Promise<void> {
  const pages = paginateQuery(
    { client },
    {
      ...{ TableName: TABLE, ConsistentRead: true },
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': { S: PARTITION }, ':prefix': { S: prefix } },
    },
  );
  for await (const _ of pages);
}
