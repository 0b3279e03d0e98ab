import { isHeldBy, type WholeItem } from './item.ts';
import { merge, type Pair } from './merge.ts';
import { type Named, NONE, withItem } from './named.ts';
import type { Source, Target } from './ports.ts';

/** How the items of the source stand at the target. */
export interface Comparison {
  /** At the source. */
  items: number;
  /** At the target, with all that the target can hold of them. */
  same: number;
  /** At the target, with something else in them. */
  differing: Named;
  /** Not at the target, which could hold them. */
  missing: Named;
  /** Not at the target, which cannot hold them. */
  impossible: Named;
  /** How many items lose what of their attributes at this target. */
  readonly losses: Map<string, number>;
}

/** Compares a partition. `refused` are those that the target did not take. Writes nothing. */
export async function compare(
  pk: string,
  source: Source,
  target: Target,
  refused: readonly WholeItem[],
  signal: AbortSignal,
  advance: (items: number) => void,
): Promise<Comparison> {
  const none = { differing: NONE, missing: NONE, impossible: NONE };
  const comparison: Comparison = { items: 0, same: 0, ...none, losses: new Map() };
  const refusedKeys = new Set(refused.map(({ sk }) => sk));
  for await (const pairs of merge(source.read(pk, signal), target.read(pk, signal))) {
    for (const pair of pairs) count(comparison, pair, target, refusedKeys);
    advance(pairs.length);
  }
  return comparison;
}

function count(
  comparison: Comparison,
  { item, there }: Pair,
  target: Target,
  refused: ReadonlySet<string>,
): void {
  const { item: fitting, losses } = target.fit(item);
  comparison.items += 1;
  if (fitting === undefined || (there === undefined && refused.has(item.sk))) {
    comparison.impossible = withItem(comparison.impossible, item);
    return;
  }
  for (const loss of losses) comparison.losses.set(loss, (comparison.losses.get(loss) ?? 0) + 1);
  if (there === undefined) comparison.missing = withItem(comparison.missing, item);
  else if (isHeldBy(there, fitting)) comparison.same += 1;
  else comparison.differing = withItem(comparison.differing, item);
}
