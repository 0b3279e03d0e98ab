import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inPartition, query, readItems, scan } from './dynamodb-items.ts';
import type { Partition, Source } from './ports.ts';

/**
 * Reads what was answered before the start, and what comes meanwhile if it comes after its place in
 * the order. Counting costs as much as reading: with the copy and the check the items are read
 * three times, by everybody's scan the whole table. A scan that carries the items would save one,
 * but promises no order to walk along the target in.
 */
export function createDynamodbSource(client: DynamoDBClient): Source {
  return {
    async partitions(pks, signal) {
      const counts = new Map<string, number>();
      const add = (pk: string, items: number) => counts.set(pk, (counts.get(pk) ?? 0) + items);
      for (const pk of pks ?? []) {
        const counting = { ...inPartition(pk), Select: 'COUNT' } as const;
        for await (const { Count = 0 } of query(client, counting, signal)) add(pk, Count);
      }
      if (pks === undefined) {
        for await (const { Items = [] } of scan(client, { ProjectionExpression: 'pk' }, signal)) {
          for (const { pk } of Items) add(pk?.S ?? '', 1);
        }
      }
      return present(counts);
    },
    read: (pk, signal) => readItems(client, pk, signal),
    [Symbol.dispose]: () => client.destroy(),
  };
}

function present(counts: ReadonlyMap<string, number>): Partition[] {
  const partitions = [...counts].map(([pk, items]) => ({ pk, items }));
  return partitions.filter(({ items }) => items > 0).sort((a, b) => (a.pk < b.pk ? -1 : 1));
}
