import { counted, thousands } from '@immersion-tracker/contract';
import type { StoreUnavailable } from '../store/unavailable.ts';
import type { Outcome } from './migrate.ts';

/** Most users who have a line of their own. */
const MOST_USERS = 20;
/** Most items of one kind that are named. */
const MOST_NAMES = 5;

export interface MigrationReport {
  readonly lines: readonly string[];
  /** 0 all is at the target, 2 something is left that is named, 1 another run is needed. */
  readonly code: 0 | 1 | 2;
}

/** What a run has copied, or would copy as a `dryRun`. `limits` are the target's. */
export function report(
  outcomes: readonly Outcome[],
  limits: string,
  dryRun: boolean,
): MigrationReport {
  const differing = named(
    outcomes,
    'differing',
    'differing from those at the target, which stay as they are',
  );
  const refused = named(outcomes, 'refused', `cannot be at the target: ${limits}`);
  const missing = dryRun
    ? []
    : named(outcomes, 'missing', 'came to the source meanwhile; run the same command again');
  const all = sum(outcomes, itemsOf);
  const left = sum(outcomes, (outcome) => outcome.missing.length + outcome.refused.length);
  const checked = `Checked: ${items(all)} at the source, ${left === 0 ? 'all' : thousands(all - left)} of them at the target.`;
  const lines = [
    ...counts(outcomes, dryRun),
    ...differing,
    ...refused,
    ...missing,
    dryRun ? 'Nothing was written.' : checked,
  ];
  return { lines, code: missing.length > 0 ? 1 : differing.length + refused.length > 0 ? 2 : 0 };
}

/** Why a run has failed, and what to do. */
export function failureReport({ reason, isTransient, cause }: StoreUnavailable): string {
  const detail = !isTransient && cause instanceof Error ? ` (${cause.message})` : '';
  const when = isTransient ? 'Run' : 'When that is mended, run';
  return `The database ${reason}${detail}.
Nothing is lost. ${when} the same command again: it goes on from here.`;
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
    ? `${missing} would be copied, ${there} are there already`
    : `${thousands(copied)} copied, ${there} were there already`;
  return `${name}: ${items(sum(outcomes, itemsOf))}, ${done}`;
}

/** How many items stand so, and the first few of them. */
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

/** What a terminal would take as a command, or not show, is written as an escape. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}
