import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import pMap, { pMapSkip } from 'p-map';
import { createSingleFlight } from '../../kernel/single-flight.ts';
import { TABLE_NAME } from '../../settings.ts';
import type { Store } from '../store.ts';
import { toAttributes, type WholeItem } from '../whole-item.ts';
import { toStoreError } from './errors.ts';

/** Conditional writes in flight for one request. */
export const WRITES_IN_FLIGHT = 32;

/**
 * Inserts each item with one conditional write. If a write finds that its item exists, somebody else
 * is probably writing the same items, so the remaining ones are looked up again: a failed write costs
 * as much as a successful one, and a partition accepts only 1,000 per second.
 */
export function createInsertIfAbsent(
  client: DynamoDBClient,
  existing: Store['existing'],
): Store['insertIfAbsent'] {
  // Concurrent callers in this process share the write of an item.
  const singleFlight = createSingleFlight<'added' | 'there'>();

  async function put(item: WholeItem, abortSignal: AbortSignal): Promise<'added' | 'there'> {
    const input = {
      TableName: TABLE_NAME,
      Item: { ...toAttributes(item) },
      ConditionExpression: 'attribute_not_exists(pk)',
    };
    try {
      await client.send(new PutItemCommand(input), { abortSignal });
      return 'added';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'there';
      throw error;
    }
  }

  return async (items, signal) => {
    const queue = rotateRandomly(items);
    const unsettled = new Set(queue);
    let present: ReadonlySet<string> = new Set();
    let lookingAgain: Promise<void> | undefined;

    async function lookAgain(): Promise<void> {
      const [first] = unsettled;
      if (first === undefined) return;
      const sks = [...unsettled].map(({ sk }) => sk);
      present = await existing(first.pk, sks, signal);
      lookingAgain = undefined;
    }

    /** Writes the item, unless another caller is writing it. */
    async function write(item: WholeItem): Promise<'added' | 'there' | 'shared'> {
      const key = JSON.stringify([item.pk, item.sk]);
      try {
        const { result, isLeader } = await singleFlight(key, signal, () => put(item, signal));
        return isLeader ? result : 'shared';
      } catch (error) {
        throw toStoreError(error);
      }
    }

    /** Whether this caller added the item. */
    async function add(item: WholeItem): Promise<boolean> {
      while (!present.has(item.sk)) {
        const outcome = await write(item);
        if (outcome === 'added') return true;
        if (outcome === 'there') unsettled.delete(item);
        lookingAgain ??= lookAgain();
        await lookingAgain;
        if (outcome === 'there') return false;
        // The shared write can have ended before this call began, and the item been removed since. So
        // only a look-up can tell whether it still exists.
      }
      return false;
    }

    async function insert(item: WholeItem): Promise<string | typeof pMapSkip> {
      const added = await add(item);
      unsettled.delete(item);
      return added ? item.sk : pMapSkip;
    }

    return new Set(await pMap(queue, insert, { concurrency: WRITES_IN_FLIGHT }));
  };
}

/** Starts at a random item and wraps around, so that concurrent writers begin with different ones. */
function rotateRandomly<T>(items: readonly T[]): readonly T[] {
  const start = Math.floor(Math.random() * items.length);
  return [...items.slice(start), ...items.slice(0, start)];
}
