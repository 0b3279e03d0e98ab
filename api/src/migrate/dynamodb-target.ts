import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  DynamoDBServiceException,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import pMap from 'p-map';
import { TABLE_NAME } from '../settings.ts';
import { unavailableOr } from '../store/dynamodb/errors.ts';
import { readItems } from './dynamodb-items.ts';
import type { WholeItem } from './item.ts';
import { createPatience } from './patience.ts';
import type { Target } from './sides.ts';

/** Conditional writes in flight. Batches would be fewer calls, but know no conditions. */
const WRITES_IN_FLIGHT = 32;
/** A throttled table takes some items every second. */
const PATIENCE_MS = 20_000;

/**
 * A target in the table. As in the store, an item whose first answer was lost on the way counts as
 * there already. It gives up when none was taken for `patienceMs` milliseconds.
 */
export function createDynamodbTarget(client: DynamoDBClient, patienceMs = PATIENCE_MS): Target {
  async function put({ attributes }: WholeItem, signal: AbortSignal) {
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
    const input = { TableName: TABLE_NAME, Item: attributes, ...condition };
    try {
      await client.send(new PutItemCommand(input), { abortSignal: signal });
      return 'added';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'there';
      const invalid =
        error instanceof DynamoDBServiceException && error.name === 'ValidationException';
      // Such as a key that is empty or too long, or more than 400 KB.
      if (invalid) return 'refused';
      throw unavailableOr(error);
    }
  }

  return {
    limits: 'DynamoDB takes 400 KB for an item, and 1 to 1,024 bytes for its sort key',
    fit: (item) => ({ item, losses: [] }),
    read: (pk, signal) => readItems(client, pk, signal),
    async insertIfAbsent(items, signal, advance) {
      const patience = createPatience(signal, patienceMs);
      const work = pMap(
        items,
        async (item) => {
          const outcome = await put(item, patience.signal);
          patience.renew();
          advance(1);
          return outcome;
        },
        { concurrency: WRITES_IN_FLIGHT, signal: patience.signal },
      );
      const outcomes = await work.catch(patience.explain).finally(patience.end);
      return {
        added: outcomes.filter((outcome) => outcome === 'added').length,
        refused: items.filter((_, index) => outcomes[index] === 'refused'),
      };
    },
    [Symbol.dispose]: () => client.destroy(),
  };
}
