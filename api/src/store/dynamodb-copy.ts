import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import pMap from 'p-map';
import { chunk } from '../kernel/chunk.ts';
import { TABLE_NAME } from '../settings.ts';
import { BATCH_GET_KEYS, BATCHES_IN_FLIGHT } from './dynamodb-by-key.ts';
import { createInsertIfAbsent } from './dynamodb-insert.ts';
import { retryUnprocessed } from './retry-unprocessed.ts';
import type { Copy, Store } from './store.ts';

type Attributes = Record<string, AttributeValue>;

/**
 * Reads the originals whole, then writes the copies as new items are written. Attributes stay as
 * DynamoDB has them, since JavaScript's numbers would not keep all digits of what other tools wrote.
 */
export function createCopyIfAbsent(
  client: DynamoDBClient,
  existing: Store['existing'],
): Store['copyIfAbsent'] {
  const insertIfAbsent = createInsertIfAbsent<{ pk: string; sk: string; attributes: Attributes }>(
    ({ attributes: Item }, condition, abortSignal) =>
      client.send(new PutItemCommand({ TableName: TABLE_NAME, Item, ...condition }), {
        abortSignal,
      }),
    existing,
  );

  async function inBatch(keys: readonly Attributes[], signal: AbortSignal): Promise<Attributes[]> {
    return retryUnprocessed(keys, signal, async (Keys) => {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [TABLE_NAME]: { Keys, ConsistentRead: true } } }),
        { abortSignal: signal },
      );
      return {
        done: Responses?.[TABLE_NAME] ?? [],
        unprocessed: UnprocessedKeys?.[TABLE_NAME]?.Keys ?? [],
      };
    });
  }

  async function originalsOf(pk: string, copies: readonly Copy[], signal: AbortSignal) {
    const keys = [...new Set(copies.map(({ from }) => from))].map((sk) => keyOf(pk, sk));
    const found = await pMap(chunk(keys, BATCH_GET_KEYS), (batch) => inBatch(batch, signal), {
      concurrency: BATCHES_IN_FLIGHT,
    });
    return new Map(found.flat().map((item) => [item.sk?.S, item]));
  }

  return async (pk, copies, signal) => {
    const originals = await originalsOf(pk, copies, signal);
    const items = copies.flatMap(({ from, to, attributes }) => {
      const original = originals.get(from);
      if (original === undefined) return [];
      const whole = { ...withChanges(original, attributes), ...keyOf(pk, to) };
      return { pk, sk: to, attributes: whole };
    });
    return insertIfAbsent(items, signal);
  };
}

const keyOf = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });

function withChanges(original: Attributes, changes: Copy['attributes']): Attributes {
  const kept = Object.entries(original).filter(([name]) => !(name in changes));
  const changed = Object.entries(changes).flatMap(([name, value]) => {
    if (value === null) return [];
    return [[name, typeof value === 'number' ? { N: `${value}` } : { S: value }] as const];
  });
  return Object.fromEntries([...kept, ...changed]);
}
