import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { chunk } from '../kernel/chunk.ts';
import { TABLE_KEYS, TABLE_NAME } from '../settings.ts';
import { query } from './dynamodb-query.ts';
import { compareKeys } from './keys.ts';
import { retryUnprocessed } from './retry-unprocessed.ts';
import type { Store } from './store.ts';

/** Most keys of one BatchGetItem. */
const BATCH_GET_KEYS = 100;
/**
 * Most keys that are looked up one by one, in batches. A batch reads what it is asked for, a range
 * all that lies between the first and the last key, a megabyte (some 12,000 small items) a page.
 */
const KEYS_BY_BATCH = 1000;
/** Batches in flight for one request. */
const BATCHES_IN_FLIGHT = 5;

/** Which of some sort keys exist in a partition of the table. */
export function createExisting(documents: DynamoDBDocumentClient): Store['existing'] {
  async function inBatch(pk: string, sks: readonly string[], signal: AbortSignal) {
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

  async function byBatch(pk: string, sks: readonly string[], signal: AbortSignal) {
    const batches = chunk(sks, BATCH_GET_KEYS);
    const found = await pMap(batches, (batch) => inBatch(pk, batch, signal), {
      concurrency: BATCHES_IN_FLIGHT,
    });
    return found.flat();
  }

  async function byRange(pk: string, sks: readonly string[], signal: AbortSignal) {
    const asked = new Set(sks);
    const sorted = [...asked].sort(compareKeys);
    const range = {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': pk, ':first': sorted[0], ':last': sorted.at(-1) },
      ProjectionExpression: TABLE_KEYS.sort,
    };
    const found: string[] = [];
    for await (const page of query(documents, range, signal)) {
      found.push(...page.map(({ sk }) => String(sk)).filter((sk) => asked.has(sk)));
    }
    return found;
  }

  return async (pk, sks, signal) => {
    if (sks.length === 0) return new Set();
    const distinct = [...new Set(sks)];
    const look = distinct.length <= KEYS_BY_BATCH ? byBatch : byRange;
    return new Set(await look(pk, distinct, signal));
  };
}
