import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
} from '@aws-sdk/client-dynamodb';
import { TABLE_NAME } from '../settings.ts';
import { unavailableOr } from '../store/dynamodb/errors.ts';
import type { WholeItem } from './item.ts';

type Asked<Input> = Omit<Input, 'TableName' | 'ConsistentRead' | 'ExclusiveStartKey'>;

/** A megabyte of a partition at a time, with all that was answered before. */
export function query(
  client: DynamoDBClient,
  input: Asked<QueryCommandInput>,
  signal: AbortSignal,
) {
  return pages((place) =>
    client.send(new QueryCommand({ ...input, ...place }), { abortSignal: signal }),
  );
}

/** A megabyte of the table at a time, with all that was answered before. */
export function scan(client: DynamoDBClient, input: Asked<ScanCommandInput>, signal: AbortSignal) {
  return pages((place) =>
    client.send(new ScanCommand({ ...input, ...place }), { abortSignal: signal }),
  );
}

type Key = Record<string, AttributeValue>;

type Place = Pick<QueryCommandInput, 'TableName' | 'ConsistentRead' | 'ExclusiveStartKey'>;

async function* pages<Page extends { LastEvaluatedKey?: Key | undefined }>(
  ask: (place: Place) => Promise<Page>,
): AsyncGenerator<Page> {
  const start = { TableName: TABLE_NAME, ConsistentRead: true };
  let place: Place | undefined = start;
  while (place !== undefined) {
    const page: Page = await ask(place).catch((error) => {
      throw unavailableOr(error);
    });
    yield page;
    const { LastEvaluatedKey: last } = page;
    place = last && { ...start, ExclusiveStartKey: last };
  }
}

/** Asks for one partition. */
export const inPartition = (pk: string) => ({
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': { S: pk } },
});

/** The partition's items with all their attributes. */
export async function* readItems(
  client: DynamoDBClient,
  pk: string,
  signal: AbortSignal,
): AsyncGenerator<WholeItem[]> {
  for await (const { Items = [] } of query(client, inPartition(pk), signal)) {
    yield Items.map((item) => wholeItem(pk, item));
  }
}

function wholeItem(pk: string, item: Readonly<Record<string, AttributeValue>>): WholeItem {
  const present = Object.entries(item).filter(([, { NULL }]) => NULL === undefined);
  return { pk, sk: item.sk?.S ?? '', attributes: Object.fromEntries(present) };
}
