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
    const input = {
      TableName: TABLE_NAME,
      Item: { ...toAttributes(item) },
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

  return async (items, signal, groups = []) => {
    const unwritable = [...groups, ...items].find(hasProto);
    if (unwritable !== undefined) {
      const what = `an attribute called __proto__ in ${JSON.stringify(unwritable.sk)}`;
      throw storeBroken(`cannot get ${what}, which the AWS SDK would drop`, undefined);
    }
    const insertAll = (all: readonly WholeItem[]) =>
      writeEach<WholeItem, string>(all, {
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
    const addedGroups = await insertAll(groups);
    return new Set([...addedGroups, ...(await insertAll(items))]);
  };
}

/** Whether anything in it is called `__proto__`, at any depth. */
function hasProto(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasProto);
}
