import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  DynamoDBServiceException,
  PutItemCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import pMap from 'p-map';
import { TABLE_NAME } from '../settings.ts';
import type { Attributes } from '../store/attributes.ts';
import { toStoreError } from '../store/dynamodb/errors.ts';
import { storeBusy } from '../store/unavailable.ts';
import type { RawItem } from './item.ts';
import type { Answer, Source, Target } from './ports.ts';

/** Conditional writes in flight. Batches would take fewer calls, but do not support conditions. */
const WRITES_IN_FLIGHT = 32;
/** Even a throttled table accepts a few items every second. */
const PATIENCE_MS = 20_000;

const TABLE = { TableName: TABLE_NAME, ConsistentRead: true };
const ONLY_PK = { ProjectionExpression: 'pk' };

/**
 * The items in the table. As in the store, an item whose first response was lost counts as existing.
 * Inserting fails if the table does not accept an item for `patienceMs` milliseconds.
 *
 * Counting costs as much as reading, so that count, copy and check read every item three times. A
 * single scan could count and copy, but returns partitions in random order.
 */
export function createDynamodbItems(
  client: DynamoDBClient,
  patienceMs = PATIENCE_MS,
): Source & Target {
  const query = (pk: string, abortSignal: AbortSignal, more = {}) => {
    const condition = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    };
    return itemsOf(paginateQuery({ client }, { ...TABLE, ...condition, ...more }, { abortSignal }));
  };

  async function putIfAbsent(Item: Attributes, abortSignal: AbortSignal): Promise<Answer> {
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
    try {
      const input = { TableName: TABLE_NAME, Item, ...condition };
      await client.send(new PutItemCommand(input), { abortSignal });
      return 'added';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'there';
      const invalid =
        error instanceof DynamoDBServiceException && error.name === 'ValidationException';
      if (invalid) return 'refused';
      throw toStoreError(error);
    }
  }

  return {
    limits: 'DynamoDB accepts up to 400 KB per item, and sort keys of 1 to 1,024 bytes',

    async partitions(pks, signal) {
      const reads = pks?.map((pk) => query(pk, signal, ONLY_PK)) ?? [
        itemsOf(paginateScan({ client }, { ...TABLE, ...ONLY_PK }, { abortSignal: signal })),
      ];
      const counts = new Map<string, number>();
      for (const pages of reads) {
        for await (const page of pages) {
          for (const { pk } of page) counts.set(`${pk?.S}`, (counts.get(`${pk?.S}`) ?? 0) + 1);
        }
      }
      const partitions = [...counts].map(([pk, items]) => ({ pk, items }));
      return partitions.sort((a, b) => (a.pk < b.pk ? -1 : 1));
    },

    async *read(pk, signal) {
      for await (const page of query(pk, signal)) {
        yield page.map((attributes) => ({ sk: `${attributes.sk?.S}`, attributes }));
      }
    },

    async insertIfAbsent(items, signal, advance) {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), patienceMs);
      const options = {
        concurrency: WRITES_IN_FLIGHT,
        signal: AbortSignal.any([signal, late.signal]),
      };
      try {
        const put = async ({ sk, attributes }: RawItem) => {
          const answer = await putIfAbsent(attributes, options.signal);
          timer.refresh();
          advance(1);
          return [sk, answer] as const;
        };
        return new Map(await pMap(items, put, options));
      } catch (error) {
        if (!late.signal.aborted) throw error;
        const seconds = patienceMs / 1000;
        throw storeBusy(
          `did not accept a write for ${seconds} seconds; it may be throttled`,
          error,
        );
      } finally {
        clearTimeout(timer);
        // Aborts pending calls after one has failed.
        late.abort();
      }
    },

    [Symbol.dispose]: () => client.destroy(),
  };
}

async function* itemsOf(pages: AsyncIterable<{ Items?: Attributes[] | undefined }>) {
  try {
    for await (const { Items = [] } of pages) yield Items;
  } catch (error) {
    throw toStoreError(error);
  }
}
