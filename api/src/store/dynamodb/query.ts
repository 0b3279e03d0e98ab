import {
  type DynamoDBDocumentClient,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS, TABLE_NAME } from '../../settings.ts';
import { toStoreError } from './errors.ts';

/** All pages of a strongly consistent query. */
export async function* query(
  client: DynamoDBDocumentClient,
  input: Omit<QueryCommandInput, 'TableName'>,
  abortSignal: AbortSignal,
  /** The key to start after. */
  startingToken?: Readonly<Record<string, unknown>>,
) {
  const whole = { TableName: TABLE_NAME, ConsistentRead: true, ...input };
  try {
    const pages = paginateQuery({ client, startingToken }, whole, { abortSignal });
    for await (const { Items = [] } of pages) yield Items;
  } catch (error) {
    throw toStoreError(error);
  }
}

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
