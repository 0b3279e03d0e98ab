import { counted, durationInWords, kindOf, listed } from '@immersion-tracker/contract';
import { printable } from '../../text/printable.ts';
import { type Claim, labelOf } from '../claims/claims.ts';
import { countKinds, countsInWords } from '../claims/kinds.ts';
import type { CleanUp, Instructions } from '../plan/instructions.ts';
import type { Lengths } from '../viewings/measure.ts';
import { oddLengths } from '../viewings/odd-lengths.ts';
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
  const left = new Map<Claim, Verdict>();
  for (const [group, odd] of Map.groupBy(oddLengths(lengths), (claim) => claim.group)) {
    const questionOn = (claims: readonly Claim[]) => `${printable(group)}: ${ask(claims, lengths)}`;
    const answers = await askForAll(context, odd, questionOn, choices(cleanUp));
    for (const [index, claim] of odd.entries()) {
      if (answers[index] !== 'record') left.set(claim, leave(claim, lengths));
    }
  }
  return verdicts.map((verdict) => left.get(verdict.claim) ?? verdict);
}

function ask(claims: readonly Claim[], lengths: Lengths): string {
  const counts = listed(countsInWords(countKinds(claims)));
  const [has, it] = claims.length === 1 ? ['has', 'it'] : ['have', 'them'];
  const names = claims
    .slice(0, MOST_NAMES)
    .map((claim) => printable(`${labelOf(claim)} (${inWords(lengths.get(claim) ?? 0)})`));
  const rest = claims.length - names.length;
  const all = listed(rest > 0 ? [...names, counted(rest, 'other')] : names);
  return `${counts} ${has} an unusual length: ${all}. Record ${it}?`;
}

function leave(claim: Claim, lengths: Lengths): Verdict {
  const noun = kindOf(claim.kind).nouns.record[0];
  const length = inWords(lengths.get(claim) ?? 0);
  const reason = `lasts ${length}, which is unusual for this ${noun}: sync in a terminal to record it, or delete it if it is a sample`;
  return { to: 'leave', claim, reason };
}

const inWords = (seconds: number): string =>
  seconds < 60 ? counted(seconds, 'second') : durationInWords(Math.round(seconds / 60));
