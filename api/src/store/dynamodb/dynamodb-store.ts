import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Log } from '../../kernel/log.ts';
import { TABLE_NAME } from '../../settings.ts';
import type { Store } from '../store.ts';
import { createReadByKey } from './by-key.ts';
import { toStoreError } from './errors.ts';
import { createInsertIfAbsent } from './insert.ts';
import { parseItems } from './parse-items.ts';
import { keyOf, query, startingWith } from './query.ts';
import { createRead } from './read.ts';
import { createRemove } from './remove.ts';
import { createUpdate } from './update.ts';
import { wholeItems } from './whole-items.ts';

/** Callers of whole items rarely need more at once, and pay for all that is read. */
const WHOLE_PAGE_ITEMS = 1000;

/**
 * A store in the DynamoDB table, whose keys and attributes other tools share.
 *
 * If the response to a write is lost, `insertIfAbsent` does not count that item, because the SDK's
 * second attempt finds that it exists. The item itself is still added exactly once.
 */
export function createDynamodbStore(client: DynamoDBClient, log: Log): Store {
  const readByKey = createReadByKey(client);
  const existing: Store['existing'] = async (pk, sks, signal) => {
    const found = await readByKey({ pk, sks, names: [] }, signal);
    return new Set(found.map(({ sk }) => `${sk?.S}`));
  };
  const getWhole: Store['getWhole'] = async (pk, sks, signal) =>
    wholeItems(await readByKey({ pk, sks, names: undefined }, signal));

  return {
    existing,

    async getMany(pk, sks, attributes, signal) {
      const names = Object.keys(attributes.shape);
      const found = await readByKey({ pk, sks, names }, signal);
      return parseItems(found, attributes, pk, log);
    },

    getWhole,

    insertIfAbsent: createInsertIfAbsent(client, existing),

    remove: createRemove(client, { existing, getWhole }),

    update: createUpdate(client),

    ...createRead(client, log),

    async *readWhole(pk, prefix, after, signal) {
      const range = { ...startingWith(pk, prefix), Limit: WHOLE_PAGE_ITEMS };
      const from = after === undefined ? undefined : keyOf(pk, after);
      for await (const page of query(client, range, signal, from)) yield wholeItems(page);
    },

    async get({ pk, sk }, attributes, signal) {
      const input = { TableName: TABLE_NAME, Key: keyOf(pk, sk), ConsistentRead: true };
      try {
        const { Item } = await client.send(new GetItemCommand(input), { abortSignal: signal });
        return Item && parseItems([Item], attributes, pk, log)[0];
      } catch (error) {
        throw toStoreError(error);
      }
    },

    close() {
      client.destroy();
    },
  };
}
