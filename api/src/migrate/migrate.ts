import { type Comparison, compare } from './compare.ts';
import { copy } from './copy.ts';
import type { Progress } from './progress-display.ts';
import type { Inserted, Partition, Source, Target } from './ports.ts';

/** What became of one user's items. */
export interface Outcome extends Comparison {
  readonly pk: string;
  /** By this run. */
  readonly copied: number;
}

/**
 * Adds what the target does not have of the partitions, and compares it with the source thereafter;
 * with `dryRun` it only compares. Nothing at the source and nothing that is at the target changes,
 * so it can be stopped and run again at any time.
 */
export async function migrate(
  partitions: readonly Partition[],
  source: Source,
  target: Target,
  { dryRun, signal, progress }: { dryRun: boolean; signal: AbortSignal; progress: Progress },
): Promise<Outcome[]> {
  const total = partitions.reduce((sum, { items }) => sum + items, 0);
  const inserted = new Map<string, Inserted>();
  if (!dryRun) {
    progress.begin('Copying', total);
    for (const { pk } of partitions) {
      inserted.set(pk, await copy(pk, source, target, signal, progress.advance));
    }
    progress.end();
  }

  const outcomes: Outcome[] = [];
  progress.begin(dryRun ? 'Comparing' : 'Checking', total);
  for (const { pk } of partitions) {
    const { added, refused } = inserted.get(pk) ?? { added: 0, refused: [] };
    const compared = await compare(pk, source, target, refused, signal, progress.advance);
    outcomes.push({ pk, copied: added, ...compared });
  }
  progress.end();
  return outcomes;
}
