import type { Tally } from './tally.ts';

/** A watch record. `timestamp` is in epoch seconds, `duration` in seconds. */
export interface Watch<Group> {
  readonly timestamp: number;
  readonly duration: number;
  readonly group: Group;
}

export interface WatchCounts<Group> {
  watched: number;
  watchedToday: number;
  readonly byGroup: Map<Group, number>;
}

/** Counts watch records by group and adds them to the tally. */
export async function countWatches<Item, Group>(
  pages: AsyncIterable<Item[]>,
  tally: Tally,
  watchOf: (item: Item) => Watch<Group>,
): Promise<WatchCounts<Group>> {
  const counts: WatchCounts<Group> = { watched: 0, watchedToday: 0, byGroup: new Map() };
  for await (const page of pages) {
    for (const item of page) {
      const { timestamp, duration, group } = watchOf(item);
      tally.add(timestamp, duration);
      counts.watched += 1;
      if (tally.isToday(timestamp)) counts.watchedToday += 1;
      counts.byGroup.set(group, (counts.byGroup.get(group) ?? 0) + 1);
    }
  }
  return counts;
}

/** Collects the items of all pages. Only for metadata, which is small. */
export async function collect<Item>(pages: AsyncIterable<Item[]>): Promise<Item[]> {
  return (await Array.fromAsync(pages)).flat();
}
