import { DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TABLE_NAME } from '../../settings.ts';
import type { Store } from '../store.ts';
import type { WholeItem } from '../whole-item.ts';
import { toStoreError } from './errors.ts';
import { keyOf } from './query.ts';
import { wholeItems } from './whole-items.ts';
import { writeEach } from './write-each.ts';

/** Reads the items, then removes each one with a call that returns what it removed. */
export function createRemove(
  client: DynamoDBClient,
  { existing, getWhole }: Pick<Store, 'existing' | 'getWhole'>,
): Store['remove'] {
  /** The item as it was when this call removed it. */
  async function removeOne(
    item: WholeItem,
    abortSignal: AbortSignal,
  ): Promise<WholeItem | undefined> {
    const input = {
      TableName: TABLE_NAME,
      Key: keyOf(item.pk, item.sk),
      ReturnValues: 'ALL_OLD' as const,
    };
    try {
      const command = new DeleteItemCommand(input);
      const { Attributes, $metadata } = await client.send(command, { abortSignal });
      if (Attributes !== undefined) return wholeItems([Attributes])[0];
      // The first attempt can have removed the item, and its answer been lost.
      return ($metadata.attempts ?? 1) > 1 ? item : undefined;
    } catch (error) {
      throw toStoreError(error);
    }
  }

  return async (pk, sks, isRemovable, signal) => {
    const items = await getWhole(pk, sks, signal);
    return writeEach(items.filter(isRemovable), {
      async write(item) {
        const removed = await removeOne(item, signal);
        return removed === undefined ? 'overtaken' : { written: removed };
      },
      lookAgain: (rest) =>
        existing(
          pk,
          rest.map(({ sk }) => sk),
          signal,
        ),
    });
  };
}
