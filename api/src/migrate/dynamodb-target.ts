import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  DynamoDBServiceException,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import pMap from 'p-map';
import { TABLE_NAME } from '../settings.ts';
import { unavailableOr } from '../store/dynamodb-errors.ts';
import { readItems } from './dynamodb-items.ts';
import type { WholeItem } from './item.ts';
import type { Target } from './sides.ts';

/** Conditional writes in flight. Batches would be fewer calls, but know no conditions. */
const WRITES_IN_FLIGHT = 32;

/**
 * A target in the table. As in the store, an item whose first answer was lost on the way counts as
 * there already.
 */
export function createDynamodbTarget(client: DynamoDBClient): Target {
  async function put({ attributes }: WholeItem, signal: AbortSignal) {
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
    const input = { TableName: TABLE_NAME, Item: attributes, ...condition };
    try {
      await client.send(new PutItemCommand(input), { abortSignal: signal });
      return 'added';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'there';
      const invalid = error instanceof DynamoDBServiceException && error.name === 'ValidationException';
      // Such as a key that is empty or too long, or more than 400 KB.
      if (invalid) return 'refused';
      throw unavailableOr(error);
    }
  }

  return {
    fit: (item) => ({ item, losses: [] }),
    read: (pk, signal) => readItems(client, pk, signal),
    async insertIfAbsent(items, signal) {
      const outcomes = await pMap(items, (item) => put(item, signal), {
        concurrency: WRITES_IN_FLIGHT,
      });
      return {
        added: outcomes.filter((outcome) => outcome === 'added').length,
        refused: items.filter((_, index) => outcomes[index] === 'refused'),
      };
    },
    close: () => client.destroy(),
  };
}
