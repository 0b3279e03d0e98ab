import { items, thousands } from './counted.ts';
import type { Outcome } from './migrate.ts';
import { type Named, together, userOf } from './named.ts';

/** Most users who have a line of their own. */
const MOST_USERS = 20;

export interface Report {
  readonly lines: readonly string[];
  /** 0 all is at the target, 2 something is left that is named, 1 another run is needed. */
  readonly code: 0 | 1 | 2;
}

/** What a run has copied, or would copy as a `dryRun`. `limits` is a sentence of the target's. */
export function report(outcomes: readonly Outcome[], limits: string, dryRun: boolean): Report {
  const differing = together(outcomes.map((outcome) => outcome.differing));
  const missing = together(outcomes.map((outcome) => outcome.missing));
  const impossible = together(outcomes.map((outcome) => outcome.impossible));
  const losses = sumOfLosses(outcomes);
  const lines = [
    ...counts(outcomes, dryRun),
    ...named(differing, 'differing from those at the target, which stay as they are'),
    ...named(impossible, `cannot be at the target: ${limits}`),
    ...attributes(losses),
    ...(dryRun ? ['Nothing was written.'] : check(sum(outcomes, 'items'), missing, impossible)),
  ];
  const left = differing.count + impossible.count + losses.size > 0;
  const unfinished = missing.count > 0 && !dryRun;
  return { lines, code: unfinished ? 1 : left ? 2 : 0 };
}

function counts(outcomes: readonly Outcome[], dryRun: boolean): string[] {
  const users = outcomes.length > MOST_USERS ? [] : outcomes;
  const lines = users.map((outcome) => countLine(userOf(outcome.pk), [outcome], dryRun));
  if (outcomes.length === 1) return lines;
  return [...lines, countLine(`All ${thousands(outcomes.length)} users`, outcomes, dryRun)];
}

function countLine(name: string, outcomes: readonly Outcome[], dryRun: boolean): string {
  const copied = sum(outcomes, 'copied');
  const there = Math.max(0, sum(outcomes, 'same') - copied);
  const missing = together(outcomes.map((outcome) => outcome.missing)).count;
  const done = dryRun
    ? `${thousands(missing)} would be copied, ${thousands(there)} are there already`
    : `${thousands(copied)} copied, ${thousands(there)} were there already`;
  return `${name}: ${items(sum(outcomes, 'items'))}, ${done}`;
}

function check(all: number, missing: Named, impossible: Named): string[] {
  const left = missing.count + impossible.count;
  const there = left === 0 ? 'all' : thousands(all - left);
  return [
    ...named(missing, 'came to the source meanwhile; run the same command again'),
    `Checked: ${items(all)} at the source, ${there} of them at the target.`,
  ];
}

/** Such as `2 items differ: alice: SHOW#a, alice: SHOW#b`; nothing where there are none. */
function named({ count, first }: Named, what: string): string[] {
  if (count === 0) return [];
  const more = count > first.length ? [`  and ${thousands(count - first.length)} more`] : [];
  return [`${items(count)} ${what}:`, ...first.map((name) => `  ${name}`), ...more];
}

function attributes(losses: ReadonlyMap<string, number>): string[] {
  if (losses.size === 0) return [];
  const lines = [...losses].map(([loss, count]) => `  ${loss} (${items(count)})`);
  return ['Attributes that the target cannot hold as they are:', ...lines.sort()];
}

const sum = (outcomes: readonly Outcome[], what: 'items' | 'copied' | 'same'): number =>
  outcomes.reduce((total, outcome) => total + outcome[what], 0);

function sumOfLosses(outcomes: readonly Outcome[]): Map<string, number> {
  const losses = new Map<string, number>();
  for (const [loss, count] of outcomes.flatMap((outcome) => [...outcome.losses])) {
    losses.set(loss, (losses.get(loss) ?? 0) + count);
  }
  return losses;
}
