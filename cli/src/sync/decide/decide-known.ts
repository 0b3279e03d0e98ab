import { basename } from 'node:path';
import { counted, listed } from '@immersion-tracker/contract';
import type { Calendar } from '@immersion-tracker/contract/calendar';
import { dateInWords } from '../../days/date-words.ts';
import { printable } from '../../text/printable.ts';
import { type Claim, labelOf } from '../claims/claims.ts';
import { countKinds, countsInWords } from '../claims/kinds.ts';
import type { CleanUp, Instructions, KnownAnswer } from '../plan/instructions.ts';
import type { RecordedClaim } from '../plan/states.ts';
import { type AskContext, askForAll, type Choices, THEN } from './choices.ts';
import type { AnotherClaim, Verdict } from './verdict.ts';

const choices = (cleanUp: CleanUp): Choices<'rewatch' | 'remove'> => ({
  rewatch: ['a', `watched again: count${THEN[cleanUp]}`],
  remove: ['s', `the same viewing: do not count${THEN[cleanUp]}`],
});

/** How many names a question lists. */
const MOST_NAMES = 5;

/**
 * Decides about claims that are already recorded, or that repeat others of this run. Says on which of the
 * learner's days of the `calendar` they were recorded.
 */
export async function decideKnown(
  context: AskContext,
  known: readonly AnotherClaim[],
  { known: answerForAll, cleanUp }: Instructions,
  calendar: Calendar,
): Promise<Verdict[]> {
  const verdictOf = (one: AnotherClaim, answer: KnownAnswer): Verdict =>
    answer === 'leave'
      ? { to: 'leave', claim: one.claim, reason: reasonToLeave(one, calendar) }
      : { to: answer, ...one };
  if (answerForAll !== undefined) return known.map((one) => verdictOf(one, answerForAll));
  const verdicts: Verdict[][] = [];
  for (const [group, ofGroup] of Map.groupBy(known, ({ claim }) => claim.group)) {
    const questionOn = (things: readonly AnotherClaim[]) =>
      `${printable(group)}: ${ask(things, calendar)}`;
    const answers = await askForAll(context, ofGroup, questionOn, choices(cleanUp));
    verdicts.push(ofGroup.map((one, index) => verdictOf(one, answers[index] ?? 'leave')));
  }
  return verdicts.flat();
}

function ask(things: readonly AnotherClaim[], calendar: Calendar): string {
  const counts = listed(countsInWords(countKinds(things.map(({ claim }) => claim))));
  const [s, them] = things.length === 1 ? ['s', 'it'] : ['', 'them'];
  const found = things.every((one) => 'first' in one)
    ? `appear${s} more than once`
    : `seem${s} to be recorded already`;
  return `${counts} ${found}: ${namesOf(things, calendar)}. Did you watch ${them} again?`;
}

function reasonToLeave(known: AnotherClaim, calendar: Calendar): string {
  const what =
    'first' in known ? `repeats ${placeOf(known.first)}` : `was already ${dayOf(known, calendar)}`;
  const isRenamed = 'recorded' in known && asWhat(known) !== '';
  const advice = 'line' in known.claim || isRenamed ? '' : '. If it is something else, rename it.';
  return `${what}: sync in a terminal, or with --known, to say whether you watched it again${advice}`;
}

/** The first few names, grouped by what was found about them. */
function namesOf(known: readonly AnotherClaim[], calendar: Calendar): string {
  const findings = Map.groupBy(known.slice(0, MOST_NAMES), (one) =>
    'first' in one ? `repeats ${placeOf(one.first)}` : dayOf(one, calendar),
  );
  const names = [...findings].map(([finding, alike]) => {
    return printable(`${listed(alike.map(nameOf))} (${finding})`);
  });
  const rest = known.length - MOST_NAMES;
  return listed(rest > 0 ? [...names, counted(rest, 'other')] : names);
}

const nameOf = (known: AnotherClaim) =>
  'first' in known && 'video' in known.claim ? placeOf(known.claim) : labelOf(known.claim);

/** Distinguishes files with the same name, and lines with the same text. */
function placeOf(claim: Claim): string {
  return 'line' in claim ? `line ${claim.line.number}` : basename(claim.video.path);
}

function dayOf(known: RecordedClaim, calendar: Calendar): string {
  const { date } = calendar.dayAt(known.recorded.watched_at);
  return `recorded on ${dateInWords(date)}${asWhat(known)}`;
}

/** The name under which it was recorded, if the file was renamed since. */
function asWhat({ claim, recorded, original }: RecordedClaim): string {
  const was = (original ?? recorded.id).normalize('NFC');
  if (was === claim.record) return '';
  return ` as ${was.replace(/^\w+#/, '').replace('#', '/')}`;
}
