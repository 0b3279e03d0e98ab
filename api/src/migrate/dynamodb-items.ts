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
import { toStoreError } from '../store/dynamodb/errors.ts';
import type { Attributes } from '../store/sqlite/row.ts';
import { storeBusy } from '../store/unavailable.ts';
import type { WholeItem } from './item.ts';
import type { Answer, Source, Target } from './ports.ts';

/** Conditional writes in flight. Batches would be fewer calls, but know no conditions. */
const WRITES_IN_FLIGHT = 32;
/** A throttled table takes some items every second. */
const PATIENCE_MS = 20_000;

const TABLE = { TableName: TABLE_NAME, ConsistentRead: true };
const ONLY_PK = { ProjectionExpression: 'pk' };

/**
 * The items in the table. As in the store, an item whose first answer was lost on the way counts as
 * there already. It gives up when none was taken for `patienceMs` milliseconds.
 *
 * Counting costs as much as reading: with the copy and the check the items are read three times. A
 * scan that carries the items would save one, but lists them in no order.
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
    limits: 'DynamoDB takes 400 KB for an item, and 1 to 1,024 bytes for its sort key',

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
        const put = async ({ sk, attributes }: WholeItem) => {
          const answer = await putIfAbsent(attributes, options.signal);
          timer.refresh();
          advance(1);
          return [sk, answer] as const;
        };
        return new Map(await pMap(items, put, options));
      } catch (error) {
        if (!late.signal.aborted) throw error;
        const seconds = patienceMs / 1000;
        throw storeBusy(`took nothing for ${seconds} seconds; it may be throttled`, error);
      } finally {
        clearTimeout(timer);
        // Ends calls that are still under way after another one has failed.
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
