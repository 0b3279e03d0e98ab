import { counted, thousands } from '@immersion-tracker/contract';
import { printable } from '../kernel/printable.ts';
import type { StoreUnavailable } from '../store/unavailable.ts';
import type { Outcome } from './migrate.ts';

/** Up to this many users, each one gets a line. */
const MOST_USERS = 20;
/** How many items to name under each heading. */
const MOST_NAMES = 5;

export interface MigrationReport {
  readonly lines: readonly string[];
  /** 0 if everything is in the target, 2 if some items could not be copied, 1 if another run is needed. */
  readonly code: 0 | 1 | 2;
}

/** Reports what a run has copied, or would copy without `dryRun`. `limits` are the target's. */
export function report(
  outcomes: readonly Outcome[],
  limits: string,
  dryRun: boolean,
): MigrationReport {
  const differing = named(
    outcomes,
    'differing',
    'not copied because the target has another version of them',
  );
  const refused = named(outcomes, 'refused', `refused by the target (${limits})`);
  const missing = dryRun
    ? []
    : named(
        outcomes,
        'missing',
        'added to the source in the meantime; run the same command again to copy the rest',
      );
  const all = sum(outcomes, itemsOf);
  const left = sum(outcomes, (outcome) => outcome.missing.length + outcome.refused.length);
  const checked = `Checked: ${items(all)} in the source, ${left === 0 ? 'all' : thousands(all - left)} of them in the target.`;
  const lines = [
    ...counts(outcomes, dryRun),
    ...differing,
    ...refused,
    ...missing,
    dryRun ? 'Nothing was written.' : checked,
  ];
  return { lines, code: missing.length > 0 ? 1 : differing.length + refused.length > 0 ? 2 : 0 };
}

/** Why a run failed, and what to do next. */
export function failureReport({ reason, isTransient, cause }: StoreUnavailable): string {
  const detail = !isTransient && cause instanceof Error ? ` (${cause.message})` : '';
  const when = isTransient ? 'Run' : 'Once that is fixed, run';
  return `The database ${reason}${detail}.
Nothing is lost. ${when} the same command to continue.`;
}

function counts(outcomes: readonly Outcome[], dryRun: boolean): string[] {
  const users = outcomes.length > MOST_USERS ? [] : outcomes;
  const lines = users.map((outcome) => countLine(userOf(outcome.pk), [outcome], dryRun));
  if (outcomes.length === 1) return lines;
  return [...lines, countLine(`All ${thousands(outcomes.length)} users`, outcomes, dryRun)];
}

function countLine(name: string, outcomes: readonly Outcome[], dryRun: boolean): string {
  const copied = sum(outcomes, (outcome) => outcome.copied);
  const there = thousands(Math.max(0, sum(outcomes, ({ same }) => same.length) - copied));
  const missing = thousands(sum(outcomes, (outcome) => outcome.missing.length));
  const done = dryRun
    ? `${missing} would be copied, ${there} already there`
    : `${thousands(copied)} copied, ${there} already there`;
  return `${name}: ${items(sum(outcomes, itemsOf))}, ${done}`;
}

/** A heading with the number of items, and the first few of them. */
function named(
  outcomes: readonly Outcome[],
  standing: 'differing' | 'refused' | 'missing',
  what: string,
): string[] {
  const count = sum(outcomes, (outcome) => outcome[standing].length);
  if (count === 0) return [];
  const first = outcomes
    .flatMap(({ pk, [standing]: sks }) =>
      sks.slice(0, MOST_NAMES).map((sk) => `  ${userOf(pk)}: ${printable(sk)}`),
    )
    .slice(0, MOST_NAMES);
  const more = count > first.length ? [`  and ${thousands(count - first.length)} more`] : [];
  return [`${items(count)} ${what}:`, ...first, ...more];
}

const sum = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number =>
  outcomes.reduce((total, outcome) => total + of(outcome), 0);

const itemsOf = ({ same, differing, refused, missing }: Outcome): number =>
  same.length + differing.length + refused.length + missing.length;

const items = (count: number): string => counted(count, 'item');

const userOf = (pk: string): string => printable(pk.replace(/^USER#/, ''));
