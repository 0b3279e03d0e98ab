import { counted } from '../../text/counted.ts';
import { dayInWords } from '../../text/day-in-words.ts';
import { listed } from '../../text/listed.ts';
import { printable } from '../../text/printable.ts';
import type { KnownAnswer } from '../known-answers.ts';
import { labelOf } from '../plan/claims.ts';
import { askForAll, type Choices, type Deps } from './ask-choice.ts';
import type { AnotherClaim, Verdict } from './verdict.ts';

const CHOICES: Choices<'rewatch' | 'remove'> = {
  rewatch: ['a', 'counts it again'],
  remove: ['s', 'says it is the same one, counted already'],
};

/** How many names a question holds. */
const MOST_NAMES = 5;

/** Asks what to do about things that are recorded already, from other files or lines. */
export async function decideKnown(
  deps: Deps,
  known: readonly AnotherClaim[],
  answerForAll: KnownAnswer | undefined,
): Promise<Verdict[]> {
  if (answerForAll !== undefined) return known.map((one) => verdictOf(one, answerForAll));
  const verdicts: Verdict[] = [];
  for (const [group, ofGroup] of Map.groupBy(known, ({ claim }) => claim.group)) {
    const where = printable(group);
    const answers = await askForAll(deps, ofGroup, {
      together: `${where}: recorded already: ${namesOf(ofGroup)}. Watched again?`,
      each: (one) => `${where}: ${nameOf(one)} is recorded already. Watched again?`,
      choices: CHOICES,
    });
    verdicts.push(...ofGroup.map((one, index) => verdictOf(one, answers[index] ?? 'leave')));
  }
  return verdicts;
}

function verdictOf(known: AnotherClaim, answer: KnownAnswer): Verdict {
  if (answer !== 'leave') return { to: answer, ...known };
  return { to: 'leave', claim: known.claim, reason: reasonToLeave(known) };
}

function reasonToLeave(known: AnotherClaim): string {
  const what = 'line' in known.claim ? 'line' : 'file';
  const when =
    'first' in known
      ? `is recorded from another ${what} of this folder`
      : `was recorded on ${dayInWords(known.recorded.watched_at)}, from another ${what}`;
  return `${when}. Sync in a terminal, or with --known, to say if you watched it again; if it is something else, rename it.`;
}

function namesOf(known: readonly AnotherClaim[]): string {
  const names = known.slice(0, MOST_NAMES).map(nameOf);
  const rest = known.length - names.length;
  return listed(rest > 0 ? [...names, `${counted(rest, 'other')}`] : names);
}

function nameOf(known: AnotherClaim): string {
  const when = 'first' in known ? 'in this run' : dayInWords(known.recorded.watched_at);
  return `${printable(labelOf(known.claim))} (${when})`;
}
