import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TABLE_NAME } from '../../settings.ts';
import type { Attributes } from '../attributes.ts';
import { compareKeys } from '../keys.ts';
import { batchGet } from './batch-get.ts';
import { keyOf, projection, query } from './query.ts';

/**
 * Up to this many keys are read in batches, and more of them as a range. A batch reads only the
 * requested items. A range reads everything between the first and the last key, at one megabyte (about
 * 12,000 small items) per page.
 */
const KEYS_BY_BATCH = 1000;

interface Wanted {
  readonly pk: string;
  readonly sks: readonly string[];
  /** Attributes to read in addition to the sort key; undefined for all. */
  readonly names: readonly string[] | undefined;
}

/** Reads the items that exist, without duplicates, in any order. */
type ReadByKey = (wanted: Wanted, signal: AbortSignal) => Promise<Attributes[]>;

export function createReadByKey(client: DynamoDBClient): ReadByKey {
  async function byBatch({ pk, sks, names }: Wanted, signal: AbortSignal): Promise<Attributes[]> {
    const keys = sks.map((sk) => keyOf(pk, sk));
    return batchGet<Attributes, Attributes>(keys, signal, async (batch) => {
      const Keys = batch.map((key) => ({ ...key }));
      const table = { Keys, ConsistentRead: true, ...projectionOf(names) };
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [TABLE_NAME]: table } }),
        { abortSignal: signal },
      );
      return {
        done: Responses?.[TABLE_NAME] ?? [],
        unprocessed: UnprocessedKeys?.[TABLE_NAME]?.Keys ?? [],
      };
    });
  }

  async function byRange({ pk, sks, names }: Wanted, signal: AbortSignal): Promise<Attributes[]> {
    const wanted = new Set(sks);
    const sorted = sks.toSorted(compareKeys);
    const range = {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': { S: pk },
        ':first': { S: sorted[0] ?? '' },
        ':last': { S: sorted.at(-1) ?? '' },
      },
      ...projectionOf(names),
    };
    const found: Attributes[] = [];
    for await (const page of query(client, range, signal)) {
      found.push(...page.filter(({ sk }) => wanted.has(`${sk?.S}`)));
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

const projectionOf = (names: readonly string[] | undefined) =>
  names === undefined ? {} : projection(names);
