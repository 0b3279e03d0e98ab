import { chunk } from '../kernel/chunk.ts';
import { merge } from './merge.ts';
import type { Source, Target } from './sides.ts';

/** Copied to at a time, so that progress is seen also where writing is slow. */
const WRITTEN_AT_ONCE = 250;

/**
 * Adds what the target does not have of a partition. `advance` is told how many items are done
 * with. Returns how many were added.
 */
export async function copy(
  pk: string,
  source: Source,
  target: Target,
  signal: AbortSignal,
  advance: (items: number) => void,
): Promise<number> {
  let copied = 0;
  for await (const pairs of merge(source.read(pk, signal), target.read(pk, signal))) {
    const absent = pairs.flatMap(({ item, there }) => (there ? [] : (target.fit(item).item ?? [])));
    advance(pairs.length - absent.length);
    for (const items of chunk(absent, WRITTEN_AT_ONCE)) {
      const { added } = await target.insertIfAbsent(items, signal);
      copied += added;
      advance(items.length);
    }
  }
  return copied;
}
