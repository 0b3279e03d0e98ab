import { isAbsolute } from 'node:path';
import type { Finding } from '../../disk/finding.ts';
import { pathWithin } from '../../disk/walk.ts';
import type { Plan } from '../plan/plan.ts';
import { sortByAge } from './left-before.ts';
import type { LeftFinding, SyncOutcome } from './outcome.ts';

/** What a run did, as `--json` prints it. Keys are in snake_case, like those of the API. */
export interface SyncReport extends SyncOutcome {
  /** The paths of findings are relative to it. */
  readonly folder: string;
  readonly dry_run: boolean;
  readonly plan: Plan;
  /** What the last run already left for the same reason, and has not changed since. */
  readonly left_before: readonly Finding[];
}

/** Findings as they are shown. Those that the last run already showed are in `before`. */
export interface Findings {
  readonly left: readonly LeftFinding[];
  readonly passedOver: readonly Finding[];
  readonly before: {
    readonly left: readonly LeftFinding[];
    readonly passedOver: readonly Finding[];
  };
  /** The number of findings in `before`. */
  readonly unchanged: number;
}

/**
 * The report on a run, the hashes by which the next run recognizes its findings, and whether anything is
 * left that the last run did not leave.
 */
export async function reportOn(
  folder: string,
  plan: Plan,
  outcome: SyncOutcome,
  { dryRun, before }: { readonly dryRun: boolean; readonly before: readonly string[] },
): Promise<{ report: SyncReport; findings: Findings; hashes: string[]; hasNew: boolean }> {
  const left = await sortByAge(outcome.left, before);
  const passedOver = await sortByAge(outcome.passed_over, before);
  const findings = {
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
    left: findings.left.map(asFinding),
    left_before: findings.before.left.map(asFinding),
    passed_over: told(folder, outcome.passed_over),
  };
  const hashes = [...left.hashes, ...passedOver.hashes];
  return { report, findings, hashes, hasNew: left.hasNew };
}

const asFinding = ({ waiting: _, ...finding }: LeftFinding): Finding => finding;

/** Makes paths relative to the folder, and sorts by path. */
function told<R extends Finding>(folder: string, findings: readonly R[]): R[] {
  return findings
    .map((finding) => {
      const { path } = finding;
      return { ...finding, path: isAbsolute(path) ? pathWithin(folder, path) : path };
    })
    .sort((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1));
}

/** Sorts the lines of a list by their numbers. */
const key = ({ path }: Finding) => path.replace(/\d+$/, (number) => number.padStart(9, '0'));
