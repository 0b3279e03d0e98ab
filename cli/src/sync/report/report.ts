import { isAbsolute, relative } from 'node:path';
import type { Remark } from '../../disk/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { sortByAge } from './left-before.ts';
import type { LeftRemark, SyncOutcome } from './outcome.ts';

/** What a run did, in the form that `--json` prints: keys in snake_case, like those of the API. */
export interface SyncReport extends SyncOutcome {
  /** Paths in the remarks are relative to it. */
  readonly folder: string;
  readonly dry_run: boolean;
  readonly plan: Plan;
  /** What the last run left too, for the same reason, and which has not changed since. */
  readonly left_before: readonly Remark[];
}

/** Remarks as they are told, those apart that the last run told already. */
export interface Remarks {
  readonly left: readonly LeftRemark[];
  readonly passedOver: readonly Remark[];
  readonly before: { readonly left: readonly LeftRemark[]; readonly passedOver: readonly Remark[] };
  /** How many files, lines and folders `before` is about. */
  readonly unchanged: number;
}

/**
 * The report on a run, the hashes of its remarks by which the next run knows them again, and whether
 * something is left that was not left before.
 */
export async function reportOn(
  folder: string,
  plan: Plan,
  outcome: SyncOutcome,
  { dryRun, before }: { readonly dryRun: boolean; readonly before: readonly string[] },
): Promise<{ report: SyncReport; remarks: Remarks; hashes: string[]; hasNew: boolean }> {
  const left = await sortByAge(outcome.left, before);
  const passedOver = await sortByAge(outcome.passed_over, before);
  const remarks = {
    left: told(folder, left.now),
    passedOver: told(folder, passedOver.now),
    before: { left: told(folder, left.before), passedOver: told(folder, passedOver.before) },
    unchanged: left.before.length + passedOver.before.length,
  };
  const report = {
    folder,
    dry_run: dryRun,
    plan,
    ...outcome,
    left: remarks.left.map(asRemark),
    left_before: remarks.before.left.map(asRemark),
    passed_over: told(folder, outcome.passed_over),
  };
  const hashes = [...left.hashes, ...passedOver.hashes];
  return { report, remarks, hashes, hasNew: left.hasNew };
}

const asRemark = ({ waiting: _, ...remark }: LeftRemark): Remark => remark;

/** By path, which is relative to the folder. */
function told<R extends Remark>(folder: string, remarks: readonly R[]): R[] {
  return remarks
    .map((remark) => {
      const { path } = remark;
      return { ...remark, path: isAbsolute(path) ? relative(folder, path) || '.' : path };
    })
    .sort((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1));
}

/** Puts the lines of a list in the order of their numbers. */
const key = ({ path }: Remark) => path.replace(/\d+$/, (number) => number.padStart(9, '0'));
