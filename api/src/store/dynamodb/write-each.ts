import pMap, { pMapSkip } from 'p-map';

/** Conditional writes in flight for one request. */
const WRITES_IN_FLIGHT = 32;

/**
 * What became of a write: `overtaken` if another caller was faster, and `shared` if this process was
 * writing the same item for another caller.
 */
type Outcome<Result> = { readonly written: Result } | 'overtaken' | 'shared';

interface Writing<Item, Result> {
  readonly write: (item: Item) => Promise<Outcome<Result>>;
  /** Returns the sort keys of the items that are still to be written. */
  readonly lookAgain: (rest: readonly Item[]) => Promise<ReadonlySet<string>>;
}

/**
 * Writes each item with one call, and returns the results of the writes that succeeded. If one was
 * overtaken, somebody else is probably writing the same items, so the remaining ones are looked up
 * again: a failed write costs as much as a successful one, and a partition accepts only 1,000 per
 * second.
 */
export async function writeEach<Item extends { readonly sk: string }, Result>(
  items: readonly Item[],
  { write, lookAgain }: Writing<Item, Result>,
): Promise<Result[]> {
  const queue = rotateRandomly(items);
  const unsettled = new Set(queue);
  let open: ReadonlySet<string> | undefined;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    if (unsettled.size > 0) open = await lookAgain([...unsettled]);
    looking = undefined;
  }

  async function writeOne(item: Item): Promise<Result | typeof pMapSkip> {
    while (open === undefined || open.has(item.sk)) {
      const outcome = await write(item);
      if (typeof outcome === 'object') return outcome.written;
      if (outcome === 'overtaken') unsettled.delete(item);
      looking ??= look();
      await looking;
      if (outcome === 'overtaken') return pMapSkip;
      // The shared write can have ended before this call began, and another one have undone it since.
      // So only the look-up can tell whether the item still has to be written.
    }
    return pMapSkip;
  }

  const settle = (item: Item) => writeOne(item).finally(() => unsettled.delete(item));
  return pMap(queue, settle, { concurrency: WRITES_IN_FLIGHT });
}

/** Starts at a random item and wraps around, so that concurrent writers begin with different ones. */
function rotateRandomly<T>(items: readonly T[]): readonly T[] {
  const start = Math.floor(Math.random() * items.length);
  return [...items.slice(start), ...items.slice(0, start)];
}
