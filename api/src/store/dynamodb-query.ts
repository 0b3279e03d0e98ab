import {
  type DynamoDBDocumentClient,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { TABLE_NAME } from '../settings.ts';
import { unavailableOr } from './dynamodb-errors.ts';

/** All pages of a query of the table, which sees every write that was answered before. */
export async function* query(
  client: DynamoDBDocumentClient,
  input: Omit<QueryCommandInput, 'TableName'>,
  abortSignal: AbortSignal,
) {
  const whole = { TableName: TABLE_NAME, ConsistentRead: true, ...input };
  try {
    for await (const { Items = [] } of paginateQuery({ client }, whole, { abortSignal })) {
      yield Items;
    }
  } catch (error) {
    throw unavailableOr(error);
  }
}
