import { DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import pMap, { pMapSkip } from 'p-map';
import { TABLE_NAME } from '../../settings.ts';
import type { Store } from '../store.ts';
import type { WholeItem } from '../whole-item.ts';
import { toStoreError } from './errors.ts';
import { WRITES_IN_FLIGHT } from './insert.ts';
import { keyOf } from './query.ts';
import { wholeItems } from './whole-items.ts';

export function createRemove(client: DynamoDBClient, getWhole: Store['getWhole']): Store['remove'] {
  /** The item as it was when this call removed it. */
  async function removeOne(
    item: WholeItem,
    abortSignal: AbortSignal,
  ): Promise<WholeItem | typeof pMapSkip> {
    const input = {
      TableName: TABLE_NAME,
      Key: keyOf(item.pk, item.sk),
      ReturnValues: 'ALL_OLD' as const,
    };
    try {
      const { Attributes, $metadata } = await client.send(new DeleteItemCommand(input), {
        abortSignal,
      });
      if (Attributes !== undefined) return wholeItems([Attributes])[0] ?? item;
      // The first attempt can have removed the item, and its answer been lost.
      return ($metadata.attempts ?? 1) > 1 ? item : pMapSkip;
    } catch (error) {
      throw toStoreError(error);
    }
  }

  return async (pk, sks, isRemovable, signal) => {
    const items = await getWhole(pk, sks, signal);
    return pMap(items.filter(isRemovable), (item) => removeOne(item, signal), {
      concurrency: WRITES_IN_FLIGHT,
    });
  };
}
