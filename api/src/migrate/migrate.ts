import { isHeldBy } from './item.ts';
import { merge, type Pair } from './merge.ts';
import type { Inserted, Partition, Source, Target } from './ports.ts';
import type { ProgressDisplay } from './progress-display.ts';

/** How an item of the source stands at the target; `missing` could be there. */
type Standing = 'same' | 'differing' | 'refused' | 'missing';

/** What became of one user's items, by their sort keys. */
export interface Outcome extends Readonly<Record<Standing, readonly string[]>> {
  readonly pk: string;
  /** How many this run has copied. */
  readonly copied: number;
}

interface Options {
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly display: ProgressDisplay;
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
  { dryRun, signal, display }: Options,
): Promise<Outcome[]> {
  const total = partitions.reduce((sum, { items }) => sum + items, 0);
  const pairsIn = (pk: string) => merge(source.read(pk, signal), target.read(pk, signal));

  async function copy(pk: string): Promise<Inserted> {
    const pages: Inserted[] = [];
    for await (const pairs of pairsIn(pk)) {
      const absent = pairs.flatMap(({ item, there }) => (there ? [] : item));
      display.advance(pairs.length - absent.length);
      pages.push(await target.insertIfAbsent(absent, signal, display.advance));
    }
    return {
      added: pages.reduce((sum, { added }) => sum + added, 0),
      refused: pages.flatMap(({ refused }) => refused),
    };
  }

  async function compare(pk: string, { added, refused }: Inserted): Promise<Outcome> {
    const keys: Record<Standing, string[]> = { same: [], differing: [], refused: [], missing: [] };
    const refusedKeys = new Set(refused);
    for await (const pairs of pairsIn(pk)) {
      for (const pair of pairs) keys[standingOf(pair, refusedKeys)].push(pair.item.sk);
      display.advance(pairs.length);
    }
    return { pk, copied: added, ...keys };
  }

  const inserted = new Map<string, Inserted>();
  if (!dryRun) {
    display.begin('Copying', total);
    for (const { pk } of partitions) inserted.set(pk, await copy(pk));
    display.end();
  }
  const outcomes: Outcome[] = [];
  display.begin(dryRun ? 'Comparing' : 'Checking', total);
  for (const { pk } of partitions) {
    outcomes.push(await compare(pk, inserted.get(pk) ?? { added: 0, refused: [] }));
  }
  display.end();
  return outcomes;
}

function standingOf({ item, there }: Pair, refused: ReadonlySet<string>): Standing {
  if (there === undefined) return refused.has(item.sk) ? 'refused' : 'missing';
  return isHeldBy(there, item) ? 'same' : 'differing';
}
