import { isHeldBy } from './item.ts';
import { merge, type Pair } from './merge.ts';
import type { Answer, Partition, Source, Target } from './ports.ts';
import type { ProgressDisplay } from './progress-display.ts';

/** How a source item compares with the target. `missing` ones can still be copied. */
type Standing = 'same' | 'differing' | 'refused' | 'missing';

/** The sort keys of one user's items, by how they compare. */
export interface Outcome extends Readonly<Record<Standing, readonly string[]>> {
  readonly pk: string;
  /** How many items this run has copied. */
  readonly copied: number;
}

interface Options {
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly display: ProgressDisplay;
}

/**
 * Copies the items that the target lacks, then compares it with the source. With `dryRun` it only
 * compares. It never changes an existing item, so it can be stopped and repeated at any time.
 */
export async function migrate(
  partitions: readonly Partition[],
  source: Source,
  target: Target,
  { dryRun, signal, display }: Options,
): Promise<Outcome[]> {
  const total = partitions.reduce((sum, { items }) => sum + items, 0);
  const pairsIn = (pk: string) => merge(source.read(pk, signal), target.read(pk, signal));

  /** The target's answers by sort key, for items that it lacked. */
  async function copy(pk: string): Promise<Map<string, Answer>> {
    const answers = new Map<string, Answer>();
    for await (const pairs of pairsIn(pk)) {
      const absent = pairs.flatMap(({ item, there }) => (there ? [] : item));
      display.advance(pairs.length - absent.length);
      const inPage = await target.insertIfAbsent(absent, signal, display.advance);
      for (const [sk, answer] of inPage) answers.set(sk, answer);
    }
    return answers;
  }

  async function compare(pk: string, answers: ReadonlyMap<string, Answer>): Promise<Outcome> {
    const keys: Record<Standing, string[]> = { same: [], differing: [], refused: [], missing: [] };
    for await (const pairs of pairsIn(pk)) {
      for (const pair of pairs) {
        const { sk } = pair.item;
        keys[standingOf(pair, answers.get(sk))].push(sk);
      }
      display.advance(pairs.length);
    }
    const copied = [...answers.values()].filter((answer) => answer === 'added').length;
    return { pk, copied, ...keys };
  }

  const answers = new Map<string, Map<string, Answer>>();
  if (!dryRun) {
    display.begin('Copying', total);
    for (const { pk } of partitions) answers.set(pk, await copy(pk));
    display.end();
  }
  const outcomes: Outcome[] = [];
  display.begin(dryRun ? 'Comparing' : 'Checking', total);
  for (const { pk } of partitions) outcomes.push(await compare(pk, answers.get(pk) ?? new Map()));
  display.end();
  return outcomes;
}

function standingOf({ item, there }: Pair, answer: Answer | undefined): Standing {
  if (there === undefined) return answer === 'refused' ? 'refused' : 'missing';
  return isHeldBy(there, item) ? 'same' : 'differing';
}
