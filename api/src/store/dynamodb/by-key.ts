import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  type NativeAttributeValue,
} from '@aws-sdk/lib-dynamodb';
import { TABLE_NAME } from '../../settings.ts';
import { compareKeys } from '../keys.ts';
import { batchGet } from './batch-get.ts';
import { projection, query } from './query.ts';

/**
 * Up to this many keys are read in batches, and more of them as a range. A batch reads only the
 * requested items. A range reads everything between the first and the last key, at one megabyte (about
 * 12,000 small items) per page.
 */
const KEYS_BY_BATCH = 1000;

/** The requested attributes of an item. */
type Attributes = Readonly<Record<string, NativeAttributeValue>>;

interface Wanted {
  readonly pk: string;
  readonly sks: readonly string[];
  /** Attributes to read in addition to the sort key. */
  readonly names: readonly string[];
}

/** Reads the items that exist, without duplicates, in any order. */
type ReadByKey = (wanted: Wanted, signal: AbortSignal) => Promise<Attributes[]>;

export function createReadByKey(documents: DynamoDBDocumentClient): ReadByKey {
  async function byBatch({ pk, sks, names }: Wanted, signal: AbortSignal): Promise<Attributes[]> {
    const keys = sks.map((sk) => ({ pk, sk }));
    return batchGet<{ pk: string; sk: string }, Attributes>(keys, signal, async (Keys) => {
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
    });
  }

  async function byRange({ pk, sks, names }: Wanted, signal: AbortSignal): Promise<Attributes[]> {
    const wanted = new Set(sks);
    const sorted = sks.toSorted(compareKeys);
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
