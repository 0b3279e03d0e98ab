import { type Deadline, endingWith } from '../kernel/deadline.ts';

/** What `lookUp` finds for each item. The first failure ends the look-ups still under way. */
export async function lookUpAll<Item, Result>(
  items: readonly Item[],
  deadline: Deadline,
  lookUp: (item: Item, deadline: Deadline) => Promise<Result>,
): Promise<Map<Item, Result>> {
  const siblings = new AbortController();
  const shared = endingWith(deadline, siblings.signal);
  try {
    const lookUps = items.map(async (item) => [item, await lookUp(item, shared)] as const);
    return new Map(await Promise.all(lookUps));
  } finally {
    siblings.abort();
  }
}
