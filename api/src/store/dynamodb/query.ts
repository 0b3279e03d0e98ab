import {
  type DynamoDBClient,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { TABLE_KEYS, TABLE_NAME } from '../../settings.ts';
import type { Attributes } from '../attributes.ts';
import { toStoreError } from './errors.ts';

/** All pages of a strongly consistent query. */
export async function* query(
  client: DynamoDBClient,
  input: Omit<QueryCommandInput, 'TableName'>,
  abortSignal: AbortSignal,
  /** The key to start after. */
  startingToken?: Attributes,
) {
  const whole = { TableName: TABLE_NAME, ConsistentRead: true, ...input };
  try {
    const pages = paginateQuery({ client, startingToken }, whole, { abortSignal });
    for await (const { Items = [] } of pages) yield Items;
  } catch (error) {
    throw toStoreError(error);
  }
}

/** The items of a partition whose sort keys start with the prefix; '' for all. */
export const startingWith = (pk: string, prefix: string) => ({
  KeyConditionExpression: `pk = :pk${prefix === '' ? '' : ' AND begins_with(sk, :prefix)'}`,
  ExpressionAttributeValues: {
    ':pk': { S: pk },
    ...(prefix === '' ? {} : { ':prefix': { S: prefix } }),
  },
});

/** An item's key in DynamoDB's format. */
export const keyOf = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });

/** Aliases (`#0`, `#1`, ...) for attribute names, since `user` and `timestamp` are reserved words. */
export function aliases(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [`#${index}`, name]));
}

/** Limits a read to these attributes and the sort key. */
export function projection(names: readonly string[]) {
  const ExpressionAttributeNames = aliases([...new Set<string>([TABLE_KEYS.sort, ...names])]);
  const ProjectionExpression = Object.keys(ExpressionAttributeNames).join(', ');
  return { ProjectionExpression, ExpressionAttributeNames };
}
