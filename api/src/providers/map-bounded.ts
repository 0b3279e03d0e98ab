import pMap from 'p-map';
import { type Deadline, endingWith } from '../kernel/deadline.ts';
import { PROVIDER_CONCURRENCY } from '../settings.ts';

/**
 * What `lookUp` finds for each item, `PROVIDER_CONCURRENCY` look-ups at a time. The first failure
 * ends those that are still under way.
 */
export async function mapBounded<Item, Result>(
  items: readonly Item[],
  deadline: Deadline,
  lookUp: (item: Item, deadline: Deadline) => Promise<Result>,
): Promise<Map<Item, Result>> {
  const siblings = new AbortController();
  const shared = endingWith(deadline, siblings.signal);
  try {
    const pairs = await pMap(items, async (item) => [item, await lookUp(item, shared)] as const, {
      concurrency: PROVIDER_CONCURRENCY,
    });
    return new Map(pairs);
  } finally {
    siblings.abort();
  }
}
