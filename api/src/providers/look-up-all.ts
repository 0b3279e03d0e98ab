import { type Deadline, endingWith } from '../kernel/deadline.ts';

/** Looks up all items concurrently. The first failure aborts the pending look-ups. */
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
