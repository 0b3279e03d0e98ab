import { compareKeys } from '../store/keys.ts';
import type { WatchGroup } from './watch.ts';

/**
 * Adds up the sums of groups that count as one, such as the folders of one show: those with the same
 * `keyOf`. The first of them, by their references, gives the name and the artwork.
 */
export function mergeGroups<Sum>(
  sums: ReadonlyMap<WatchGroup, Sum>,
  add: (a: Sum, b: Sum) => Sum,
  keyOf: (group: WatchGroup) => string = ({ id }) => id,
): { group: WatchGroup; sum: Sum }[] {
  const merged = new Map<string, { group: WatchGroup; sum: Sum }>();
  const inOrder = [...sums].sort(([a], [b]) => compareKeys(a.reference, b.reference));
  for (const [group, sum] of inOrder) {
    const key = keyOf(group);
    const before = merged.get(key);
    const entry = before && { ...before, sum: add(before.sum, sum) };
    merged.set(key, entry ?? { group, sum });
  }
  return [...merged.values()];
}
