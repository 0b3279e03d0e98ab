import { isAbsolute, relative } from 'node:path';
import type { Finding } from '../../disk/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { sortByAge } from './left-before.ts';
import type { LeftFinding, SyncOutcome } from './outcome.ts';

/** What a run did, in the form that `--json` prints: keys in snake_case, like those of the API. */
export interface SyncReport extends SyncOutcome {
  /** Paths in the findings are relative to it. */
  readonly folder: string;
  readonly dry_run: boolean;
  readonly plan: Plan;
  /** What the last run left too, for the same reason, and which has not changed since. */
  readonly left_before: readonly Finding[];
}

/** Findings as they are told, those apart that the last run told already. */
export interface Findings {
  readonly left: readonly LeftFinding[];
  readonly passedOver: readonly Finding[];
  readonly before: {
    readonly left: readonly LeftFinding[];
    readonly passedOver: readonly Finding[];
  };
  /** How many files, lines and folders `before` is about. */
  readonly unchanged: number;
}

/**
 * The report on a run, the hashes of its findings by which the next run knows them again, and whether
 * something is left that was not left before.
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

/** By path, which is relative to the folder. */
function told<R extends Finding>(folder: string, findings: readonly R[]): R[] {
  return findings
    .map((finding) => {
      const { path } = finding;
      return { ...finding, path: isAbsolute(path) ? relative(folder, path) || '.' : path };
    })
    .sort((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1));
}

/** Puts the lines of a list in the order of their numbers. */
const key = ({ path }: Finding) => path.replace(/\d+$/, (number) => number.padStart(9, '0'));
