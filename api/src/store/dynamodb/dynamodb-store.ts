import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Log } from '../../kernel/log.ts';
import { TABLE_NAME } from '../../settings.ts';
import type { Item } from '../items.ts';
import { parseRows, type Store } from '../store.ts';
import { createReadByKey } from './by-key.ts';
import { createCopyIfAbsent } from './copy.ts';
import { toStoreError } from './errors.ts';
import { createInsertIfAbsent } from './insert.ts';
import { aliases } from './query.ts';
import { createRead } from './read.ts';

/**
 * A store in the DynamoDB table, whose keys and attributes other tools share.
 *
 * If the response to a write is lost, `insertIfAbsent` does not count that item, because the SDK's
 * second attempt finds that it exists. The item itself is still added exactly once.
 */
export function createDynamodbStore(client: DynamoDBClient, log: Log): Store {
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
    // By default, an unsafe integer in another tool's item would make the whole read throw.
    unmarshallOptions: { wrapNumbers: Number },
  });

  const readByKey = createReadByKey(documents);
  const existing: Store['existing'] = async (pk, sks, signal) => {
    const found = await readByKey({ pk, sks, names: [] }, signal);
    return new Set(found.map(({ sk }) => String(sk)));
  };

  return {
    existing,

    async getMany(pk, sks, attributes, signal) {
      const names = Object.keys(attributes.shape);
      return parseRows(await readByKey({ pk, sks, names }, signal), attributes, pk, log);
    },

    insertIfAbsent: createInsertIfAbsent<Item>(
      (Item, condition, abortSignal) =>
        documents.send(new PutCommand({ TableName: TABLE_NAME, Item, ...condition }), {
          abortSignal,
        }),
      existing,
    ),

    copyIfAbsent: createCopyIfAbsent(client, existing),

    ...createRead(documents, log),

    async get({ pk, sk }, attributes, signal) {
      const input = { TableName: TABLE_NAME, Key: { pk, sk }, ConsistentRead: true };
      try {
        const { Item } = await documents.send(new GetCommand(input), { abortSignal: signal });
        return Item && parseRows([Item], attributes, pk, log)[0];
      } catch (error) {
        throw toStoreError(error);
      }
    },

    async updateVersioned({ pk, sk }, expected, attributes, signal) {
      const entries = Object.entries({ ...attributes, version: expected + 1 });
      const unset = 'attribute_not_exists(version) OR attribute_type(version, :null)';
      const input = {
        TableName: TABLE_NAME,
        Key: { pk, sk },
        UpdateExpression: `SET ${entries.map((_, index) => `#${index} = :${index}`).join(', ')}`,
        ConditionExpression: `attribute_exists(pk) AND (version = :expected${expected === 0 ? ` OR ${unset}` : ''})`,
        ExpressionAttributeNames: aliases(entries.map(([name]) => name)),
        ExpressionAttributeValues: {
          ...Object.fromEntries(entries.map(([, value], index) => [`:${index}`, value])),
          ':expected': expected,
          ...(expected === 0 && { ':null': 'NULL' }),
        },
      };
      try {
        await documents.send(new UpdateCommand(input), { abortSignal: signal });
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw toStoreError(error);
      }
    },

    close() {
      client.destroy();
    },
  };
}
