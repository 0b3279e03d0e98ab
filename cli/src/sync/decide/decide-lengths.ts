import { kindOf, listed, secondsInWords } from '@immersion-tracker/contract';
import { printable } from '../../text/printable.ts';
import { labelOf } from '../claims/claims.ts';
import { countKinds, countsInWords } from '../claims/kinds.ts';
import type { CleanUp, Instructions } from '../plan/instructions.ts';
import type { Lengths } from '../viewings/measure.ts';
import { type OddLength, oddLengths } from '../viewings/odd-lengths.ts';
import { type AskContext, askForAll, type Choices, THEN } from './choices.ts';
import type { Verdict } from './verdict.ts';

const choices = (cleanUp: CleanUp): Choices<'record'> => ({
  record: ['r', `record${THEN[cleanUp]}`],
});

/** How many names a question lists. */
const MOST_NAMES = 5;

/** Asks about files that are far shorter or longer than their names promise, and leaves them otherwise. */
export async function decideLengths(
  context: AskContext,
  verdicts: readonly Verdict[],
  lengths: Lengths,
  { cleanUp }: Instructions,
): Promise<Verdict[]> {
  const left: Verdict[] = [];
  for (const [group, odd] of Map.groupBy(oddLengths(lengths), ({ claim }) => claim.group)) {
    const questionOn = (some: readonly OddLength[]) => `${printable(group)}: ${ask(some)}`;
    const answers = await askForAll(context, odd, questionOn, choices(cleanUp));
    for (const [index, one] of odd.entries()) {
      if (answers[index] !== 'record') left.push(leave(one));
    }
  }
  const leaving = new Map(left.map((verdict) => [verdict.claim, verdict]));
  return verdicts.map((verdict) => leaving.get(verdict.claim) ?? verdict);
}

function ask(odd: readonly OddLength[]): string {
  const counts = listed(countsInWords(countKinds(odd.map(({ claim }) => claim))));
  const [has, it] = odd.length === 1 ? ['has', 'it'] : ['have', 'them'];
  const names = odd.map(({ claim, length }) => {
    return printable(`${labelOf(claim)} (${secondsInWords(length)})`);
  });
  const all = listed(names, MOST_NAMES);
  const [usual] = odd.flatMap((one) => one.usual ?? []);
  const others =
    usual === undefined ? '' : ` Other episodes of this show last about ${secondsInWords(usual)}.`;
  return `${counts} ${has} an unusual length: ${all}.${others} Record ${it}?`;
}

function leave({ claim, length, usual }: OddLength): Verdict {
  const noun = kindOf(claim.kind).nouns.record[0];
  const unlike =
    usual === undefined
      ? `which is unusual for this ${noun}`
      : `while others of this show last about ${secondsInWords(usual)}`;
  const reason = `is ${secondsInWords(length)} long, ${unlike}: sync in a terminal to record it, or delete it if it is something else`;
  return { to: 'leave', claim, reason };
}
