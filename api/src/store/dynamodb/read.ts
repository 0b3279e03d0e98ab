import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import type { Log } from '../../kernel/log.ts';
import { TABLE_NAME } from '../../settings.ts';
import type { Attributes } from '../attributes.ts';
import { compareKeys } from '../keys.ts';
import type { AttributesSchema, Store } from '../store.ts';
import { toStoreError } from './errors.ts';
import { parseItems } from './parse-items.ts';
import { keyOf, projection, query, startingWith } from './query.ts';

/** Items of the first query, which for many users are all. Beyond them, parallel queries are faster. */
const HEAD_ITEMS = 1000;

/** The first items of a partition. */
interface Head {
  readonly items: readonly Attributes[];
  /** The sort key after which the other items start; undefined if there are none. */
  readonly last: string | undefined;
}

export function createRead(client: DynamoDBClient, log: Log): Pick<Store, 'read' | 'partition'> {
  async function* pagesOf<S extends AttributesSchema>(
    { pk, prefix, after }: { pk: string; prefix: string; after?: string | undefined },
    attributes: S,
    signal: AbortSignal,
  ): AsyncGenerator<z.output<S>[]> {
    const kind = {
      ...startingWith(pk, prefix),
      ...projection(Object.keys(attributes.shape)),
    };
    const from = after === undefined ? undefined : keyOf(pk, after);
    for await (const page of query(client, kind, signal, from)) {
      yield parseItems(page, attributes, pk, log);
    }
  }

  async function headOf(pk: string, abortSignal: AbortSignal): Promise<Head> {
    const whole = {
      TableName: TABLE_NAME,
      ConsistentRead: true,
      Limit: HEAD_ITEMS,
      ...startingWith(pk, ''),
    };
    try {
      const command = new QueryCommand(whole);
      const { Items = [], LastEvaluatedKey } = await client.send(command, { abortSignal });
      return { items: Items, last: LastEvaluatedKey?.sk?.S };
    } catch (error) {
      throw toStoreError(error);
    }
  }

  return {
    read: (pk, prefix, attributes, signal) => pagesOf({ pk, prefix }, attributes, signal),

    partition(pk, signal) {
      let head: Promise<Head> | undefined;
      return async function* read(prefix, attributes) {
        head ??= headOf(pk, signal);
        const { items, last } = await head;
        const own = items.filter(({ sk }) => sk?.S?.startsWith(prefix));
        if (own.length > 0) yield parseItems(own, attributes, pk, log);
        if (last === undefined) return;

        const within = last.startsWith(prefix);
        if (!within && compareKeys(last, prefix) > 0) return;
        yield* pagesOf({ pk, prefix, after: within ? last : undefined }, attributes, signal);
      };
    },
  };
}
