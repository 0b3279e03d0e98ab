import { compareKeys } from '../store/keys.ts';
import type { WholeItem } from './item.ts';

/** An item of the source, and the one of its key at the target. */
export interface Pair {
  readonly item: WholeItem;
  readonly there: WholeItem | undefined;
}

type Pages = AsyncIterable<readonly WholeItem[]>;

/** Both list a partition in the order of sort keys, so that one walk along both needs no look-ups. */
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

async function* itemsOf(pages: Pages): AsyncGenerator<WholeItem, undefined> {
  for await (const page of pages) yield* page;
}
