import { compareKeys } from '../store/keys.ts';
import type { RawItem } from './item.ts';

/** A source item, and the target item with the same key. */
export interface Pair {
  readonly item: RawItem;
  readonly there: RawItem | undefined;
}

type Pages = AsyncIterable<readonly RawItem[]>;

/** Pairs the items of a partition. Both sides must be in sort-key order. */
export async function* merge(source: Pages, target: Pages): AsyncGenerator<Pair[]> {
  const others = itemsOf(target);
  let other = await others.next();
  for await (const page of source) {
    const pairs: Pair[] = [];
    for (const item of page) {
      while (!other.done && compareKeys(other.value.sk, item.sk) < 0) other = await others.next();
      const there = !other.done && other.value.sk === item.sk ? other.value : undefined;
      pairs.push({ item, there });
    }
    yield pairs;
  }
}

async function* itemsOf(pages: Pages): AsyncGenerator<RawItem, undefined> {
  for await (const page of pages) yield* page;
}
