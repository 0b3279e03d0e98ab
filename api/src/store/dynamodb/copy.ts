import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { TABLE_NAME } from '../../settings.ts';
import type { Copy, Store } from '../store.ts';
import { batchGet } from './batch-get.ts';
import { createInsertIfAbsent } from './insert.ts';

type RawAttributes = Record<string, AttributeValue>;

/**
 * Reads the originals with all attributes, then inserts the copies like new items. Attributes stay in
 * DynamoDB's own format, since JavaScript's numbers would lose digits that other tools wrote.
 */
export function createCopyIfAbsent(
  client: DynamoDBClient,
  existing: Store['existing'],
): Store['copyIfAbsent'] {
  const insertIfAbsent = createInsertIfAbsent<{
    pk: string;
    sk: string;
    attributes: RawAttributes;
  }>(
    ({ attributes: Item }, condition, abortSignal) =>
      client.send(new PutItemCommand({ TableName: TABLE_NAME, Item, ...condition }), {
        abortSignal,
      }),
    existing,
  );

  async function originalsOf(pk: string, copies: readonly Copy[], signal: AbortSignal) {
    const keys = [...new Set(copies.map(({ from }) => from))].map((sk) => keyOf(pk, sk));
    const found = await batchGet<RawAttributes, RawAttributes>(keys, signal, async (Keys) => {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [TABLE_NAME]: { Keys, ConsistentRead: true } } }),
        { abortSignal: signal },
      );
      return {
        done: Responses?.[TABLE_NAME] ?? [],
        unprocessed: UnprocessedKeys?.[TABLE_NAME]?.Keys ?? [],
      };
    });
    return new Map(found.map((item) => [item.sk?.S, item]));
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

function withChanges(original: RawAttributes, changes: Copy['attributes']): RawAttributes {
  const kept = Object.entries(original).filter(([name]) => !Object.hasOwn(changes, name));
  const changed = Object.entries(changes).flatMap(([name, value]) => {
    if (value === null) return [];
    return [[name, typeof value === 'number' ? { N: `${value}` } : { S: value }] as const];
  });
  return Object.fromEntries([...kept, ...changed]);
}
