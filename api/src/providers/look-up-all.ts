import pMap from 'p-map';
import { type Deadline, endingWith } from '../kernel/deadline.ts';
import { PROVIDER_CONCURRENCY } from '../settings.ts';

/**
 * Looks up all items, as many at a time as the provider gets calls: with all at once, each of a hundred thousand would
 * listen to the same deadline, which takes minutes. The first failure aborts the pending look-ups.
 */
export async function lookUpAll<Item, Result>(
  items: readonly Item[],
  deadline: Deadline,
  lookUp: (item: Item, deadline: Deadline) => Promise<Result>,
): Promise<Map<Item, Result>> {
  const siblings = new AbortController();
  const shared = endingWith(deadline, siblings.signal);
  try {
    const entryOf = async (item: Item) => [item, await lookUp(item, shared)] as const;
    return new Map(await pMap(items, entryOf, { concurrency: PROVIDER_CONCURRENCY }));
  } finally {
    siblings.abort();
  }
}
