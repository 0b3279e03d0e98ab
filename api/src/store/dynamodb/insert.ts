import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { createSingleFlight } from '../../kernel/single-flight.ts';
import { TABLE_NAME } from '../../settings.ts';
import type { Store } from '../store.ts';
import { storeBroken } from '../unavailable.ts';
import { toAttributes, type WholeItem } from '../whole-item.ts';
import { toStoreError } from './errors.ts';
import { writeEach } from './write-each.ts';

/** Inserts each item with one conditional write. */
export function createInsertIfAbsent(
  client: DynamoDBClient,
  existing: Store['existing'],
): Store['insertIfAbsent'] {
  // Concurrent callers in this process share the write of an item.
  const singleFlight = createSingleFlight<boolean>();

  /** Whether this call added the item. */
  async function put(item: WholeItem, abortSignal: AbortSignal): Promise<boolean> {
    const attributes = toAttributes(item);
    if (Object.hasOwn(attributes, '__proto__')) {
      const what = `an attribute called __proto__ in ${JSON.stringify(item.sk)}`;
      throw storeBroken(`cannot store ${what}, which the AWS SDK would drop`, undefined);
    }
    const input = {
      TableName: TABLE_NAME,
      Item: { ...attributes },
      ConditionExpression: 'attribute_not_exists(pk)',
    };
    try {
      await client.send(new PutItemCommand(input), { abortSignal });
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return async (items, signal) => {
    const added = await writeEach(items, {
      async write(item) {
        const key = JSON.stringify([item.pk, item.sk]);
        try {
          const { result, isLeader } = await singleFlight(key, signal, () => put(item, signal));
          if (!isLeader) return 'shared';
          return result ? { written: item.sk } : 'overtaken';
        } catch (error) {
          throw toStoreError(error);
        }
      },
      async lookAgain(rest) {
        const sks = rest.map(({ sk }) => sk);
        const present = await existing(rest[0]?.pk ?? '', sks, signal);
        return new Set(sks.filter((sk) => !present.has(sk)));
      },
    });
    return new Set(added);
  };
}
