import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  type NativeAttributeValue,
} from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { chunk } from '../kernel/chunk.ts';
import { TABLE_NAME } from '../settings.ts';
import { projection, query } from './dynamodb-query.ts';
import { compareKeys } from './keys.ts';
import { retryUnprocessed } from './retry-unprocessed.ts';

/** Most keys of one BatchGetItem. */
export const BATCH_GET_KEYS = 100;
/**
 * Most keys that are looked up one by one, in batches. A batch reads what it is asked for, a range
 * all that lies between the first and the last key, a megabyte (some 12,000 small items) a page.
 */
const KEYS_BY_BATCH = 1000;
/** Batches in flight for one request. */
export const BATCHES_IN_FLIGHT = 5;

/** What was asked for of an item. */
type Attributes = Readonly<Record<string, NativeAttributeValue>>;

/** What is asked for. */
interface Asked {
  readonly pk: string;
  readonly sks: readonly string[];
  /** Attributes to read beside the sort key. */
  readonly names: readonly string[];
}

/** Those of the items that exist in a partition of the table, each once, in any order. */
type ReadByKey = (asked: Asked, signal: AbortSignal) => Promise<Attributes[]>;

export function createReadByKey(documents: DynamoDBDocumentClient): ReadByKey {
  async function inBatch({ pk, sks, names }: Asked, signal: AbortSignal): Promise<Attributes[]> {
    return retryUnprocessed<{ pk: string; sk: string }, Attributes>(
      sks.map((sk) => ({ pk, sk })),
      signal,
      async (Keys) => {
        const table = { Keys, ConsistentRead: true, ...projection(names) };
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
  }

  async function byBatch(asked: Asked, signal: AbortSignal): Promise<Attributes[]> {
    const batches = chunk(asked.sks, BATCH_GET_KEYS);
    const found = await pMap(batches, (sks) => inBatch({ ...asked, sks }, signal), {
      concurrency: BATCHES_IN_FLIGHT,
    });
    return found.flat();
  }

  async function byRange({ pk, sks, names }: Asked, signal: AbortSignal): Promise<Attributes[]> {
    const wanted = new Set(sks);
    const sorted = [...wanted].sort(compareKeys);
    const range = {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': pk, ':first': sorted[0], ':last': sorted.at(-1) },
      ...projection(names),
    };
    const found: Attributes[] = [];
    for await (const page of query(documents, range, signal)) {
      found.push(...page.filter(({ sk }) => wanted.has(String(sk))));
    }
    return found;
  }

  return async ({ pk, sks, names }, signal) => {
    const distinct = [...new Set(sks)];
    if (distinct.length === 0) return [];
    const look = distinct.length <= KEYS_BY_BATCH ? byBatch : byRange;
    return look({ pk, sks: distinct, names }, signal);
  };
}
