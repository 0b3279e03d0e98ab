import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import type * as z from 'zod';
import { chunk } from '../kernel/chunk.ts';
import type { Log } from '../kernel/log.ts';
import { createSharing } from '../kernel/share.ts';
import { TABLE_KEYS, TABLE_NAME } from '../settings.ts';
import { unavailableOr } from './dynamodb-errors.ts';
import type { Item } from './items.ts';
import { compareKeys } from './keys.ts';
import { retryUnprocessed } from './retry-unprocessed.ts';
import { type AttributesSchema, parseRows, type Store } from './store.ts';

/** Most keys of one BatchGetItem. */
const BATCH_GET_KEYS = 100;
/**
 * Most keys that are looked up one by one, in batches. A batch reads what it is asked for, a range
 * all that lies between the first and the last key, a megabyte (some 12,000 small items) a page.
 */
const KEYS_BY_BATCH = 1000;
/** Batches in flight for one request. */
const BATCHES_IN_FLIGHT = 5;
/** Conditional writes in flight for one request. */
const WRITES_IN_FLIGHT = 32;

/**
 * A store in the DynamoDB table, whose items are those of the existing service.
 *
 * `insertIfAbsent` undercounts an item whose first answer was lost on the way: the SDK's second
 * attempt then finds it there. The item itself is added once all the same.
 */
export function createDynamodbStore(client: DynamoDBClient, log: Log): Store {
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
    // Numbers beyond the safe integers, in items of other tools, must not end the whole read.
    unmarshallOptions: { wrapNumbers: Number },
  });

  async function* query(input: Omit<QueryCommandInput, 'TableName'>, signal: AbortSignal) {
    const pages = paginateQuery(
      { client: documents },
      { TableName: TABLE_NAME, ConsistentRead: true, ...input },
      { abortSignal: signal },
    );
    try {
      for await (const { Items = [] } of pages) yield Items;
    } catch (error) {
      throw unavailableOr(error);
    }
  }

  async function existingInBatch(pk: string, sks: readonly string[], signal: AbortSignal) {
    const found = await retryUnprocessed(
      sks.map((sk) => ({ pk, sk })),
      signal,
      async (Keys) => {
        const table = { Keys, ConsistentRead: true, ProjectionExpression: TABLE_KEYS.sort };
        const { Responses, UnprocessedKeys } = await documents.send(
          new BatchGetCommand({ RequestItems: { [TABLE_NAME]: table } }),
          { abortSignal: signal },
        );
        const unprocessed = UnprocessedKeys?.[TABLE_NAME]?.Keys ?? [];
        return {
          done: Responses?.[TABLE_NAME] ?? [],
          unprocessed: unprocessed.map(({ sk }) => ({ pk, sk: String(sk) })),
        };
      },
    );
    return found.map(({ sk }) => String(sk));
  }

  async function existingByBatch(pk: string, sks: readonly string[], signal: AbortSignal) {
    const batches = chunk(sks, BATCH_GET_KEYS);
    const found = await pMap(batches, (batch) => existingInBatch(pk, batch, signal), {
      concurrency: BATCHES_IN_FLIGHT,
    });
    return found.flat();
  }

  async function existingByRange(pk: string, sks: readonly string[], signal: AbortSignal) {
    const asked = new Set(sks);
    const sorted = [...asked].sort(compareKeys);
    const pages = query(
      {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': pk, ':first': sorted[0], ':last': sorted.at(-1) },
        ProjectionExpression: TABLE_KEYS.sort,
      },
      signal,
    );
    const found: string[] = [];
    for await (const page of pages) {
      found.push(...page.map(({ sk }) => String(sk)).filter((sk) => asked.has(sk)));
    }
    return found;
  }

  // Of concurrent writers of one item all but the first only have to learn that it is there.
  const sharing = createSharing<boolean>();

  async function put(Item: Item, signal: AbortSignal): Promise<boolean> {
    const input = { TableName: TABLE_NAME, Item, ConditionExpression: 'attribute_not_exists(pk)' };
    try {
      await documents.send(new PutCommand(input), { abortSignal: signal });
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return {
    async existing(pk, sks, signal) {
      if (sks.length === 0) return new Set();
      const distinct = [...new Set(sks)];
      const look = distinct.length <= KEYS_BY_BATCH ? existingByBatch : existingByRange;
      return new Set(await look(pk, distinct, signal));
    },

    async get({ pk, sk }, attributes, signal) {
      const input = { TableName: TABLE_NAME, Key: { pk, sk }, ConsistentRead: true };
      try {
        const { Item } = await documents.send(new GetCommand(input), { abortSignal: signal });
        return Item && parseRows([Item], attributes, pk, log)[0];
      } catch (error) {
        throw unavailableOr(error);
      }
    },

    async insertIfAbsent(items, signal) {
      const added = new Set<string>();
      await pMap(
        items,
        async (item) => {
          const key = JSON.stringify([item.pk, item.sk]);
          try {
            const { result, led } = await sharing(key, signal, () => put(item, signal));
            if (led && result) added.add(item.sk);
          } catch (error) {
            throw unavailableOr(error);
          }
        },
        { concurrency: WRITES_IN_FLIGHT },
      );
      return added;
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
        throw unavailableOr(error);
      }
    },

    async *read<S extends AttributesSchema>(
      pk: string,
      prefix: string,
      attributes: S,
      signal: AbortSignal,
    ): AsyncGenerator<z.output<S>[]> {
      const names = [...new Set<string>([TABLE_KEYS.sort, ...Object.keys(attributes.shape)])];
      const pages = query(
        {
          KeyConditionExpression: `pk = :pk${prefix === '' ? '' : ' AND begins_with(sk, :prefix)'}`,
          ExpressionAttributeValues: { ':pk': pk, ...(prefix === '' ? {} : { ':prefix': prefix }) },
          ProjectionExpression: Object.keys(aliases(names)).join(', '),
          ExpressionAttributeNames: aliases(names),
        },
        signal,
      );
      for await (const page of pages) yield parseRows(page, attributes, pk, log);
    },

    close() {
      client.destroy();
    },
  };
}

/** `#0`, `#1` and so on for attribute names, since `user` and `timestamp` are reserved words. */
function aliases(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [`#${index}`, name]));
}
