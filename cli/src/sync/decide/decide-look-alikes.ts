import { kindOf, listed, thousands } from '@immersion-tracker/contract';
import { printable } from '../../text/printable.ts';
import { type Claim, labelOf } from '../claims/claims.ts';
import type { CleanUp, Instructions } from '../plan/instructions.ts';
import { type LookAlikes, lookAlikesIn } from '../plan/look-alikes.ts';
import type { RecordedClaim, States } from '../plan/states.ts';
import { type AskContext, askForAll, type Choices, THEN } from './choices.ts';
import type { Verdict } from './verdict.ts';

const choices = (cleanUp: CleanUp, noun: string): Choices<'same' | 'different'> => ({
  same: [
    's',
    `the same${noun === 'movie' ? ', or parts of one movie' : ''}: count once${THEN[cleanUp]}`,
  ],
  different: ['d', `different: count each${THEN[cleanUp]}`],
});

/** A question lists at most this many groups of files, and this many files of each. */
const MOST_NAMED = 3;
const MOST_NAMES = 5;

/** A verdict, or `share`: the claim is removed or left together with `other`, which is already recorded. */
export type Fate = Verdict | ({ readonly to: 'share' } & RecordedClaim & { readonly other: Claim });

/** Asks whether files that look like one episode, or like one movie or its parts, are the same. */
export async function decideLookAlikes(
  context: AskContext,
  states: States,
  { cleanUp }: Instructions,
): Promise<Fate[]> {
  const own = new Set(states.own.map(({ claim }) => claim));
  const fates: Fate[][][] = [];
  const groups = Map.groupBy(lookAlikesIn(states), ({ fresh: [first], areOne }) =>
    JSON.stringify([first?.group, areOne]),
  );
  for (const alike of groups.values()) {
    const [{ fresh: [first] = [], areOne = false } = {}] = alike;
    const group = printable(first?.group ?? '');
    const questionOn = (some: readonly LookAlikes[]) => `${group}: ${ask(some)}`;
    const { same, different } = choices(cleanUp, nounOf(alike));
    const answers = areOne
      ? await askForAll(context, alike, questionOn, { same, different })
      : await askForAll(context, alike, questionOn, { different });
    fates.push(alike.map((one, index) => fatesOf(one, answers[index], own)));
  }
  return fates.flat(2);
}

const nounOf = (alike: readonly LookAlikes[]) =>
  alike.some(({ fresh: [first] }) => first?.kind === 'movie') ? 'movie' : 'episode';

function ask(alike: readonly LookAlikes[]): string {
  const noun = nounOf(alike);
  const groups = alike.slice(0, MOST_NAMED).map(namesOf);
  const rest = alike.length - groups.length;
  const named = [...groups, ...(rest > 0 ? [`and ${thousands(rest)} more`] : [])].join('; ');
  if (alike.every(({ areOne }) => areOne)) {
    return alike.length === 1
      ? `these files look like the same ${noun}: ${named}. Are they the same?`
      : `these groups of files look like one ${noun} each: ${named}. Are the files of each group the same?`;
  }
  return `these files contain some ${noun}s twice: ${named}. Are they different?`;
}

function fatesOf(
  { fresh, recorded }: LookAlikes,
  answer: 'same' | 'different' | 'leave' | undefined,
  own: ReadonlySet<Claim>,
): Fate[] {
  if (answer === 'different') return fresh.map((claim) => ({ to: 'record', claim }));
  if (answer !== 'same') {
    // Recorded files stay too. If they were removed, the others would look new to the next run.
    const claims = [...fresh, ...recorded.map(({ claim }) => claim)];
    return claims.map((claim) => {
      const noun = kindOf(claim.kind).nouns.record[0];
      const reason = `looks like the same ${noun} as another file here: sync in a terminal to say whether it is, or rename it`;
      const already = own.has(claim) ? recorded.find((one) => one.claim === claim) : undefined;
      return { to: 'leave', claim, reason, own: already };
    });
  }
  const already = recorded.find(({ claim }) => own.has(claim)) ?? recorded[0];
  if (already !== undefined) {
    const { claim: other, ...record } = already;
    return fresh.map((claim) =>
      own.has(other)
        ? { to: 'remove', ...record, claim }
        : { to: 'share', ...record, claim, other },
    );
  }
  const [first, ...others] = fresh;
  if (first === undefined) return [];
  const along = others.map((claim): Verdict => ({ to: 'remove', claim, first }));
  return [{ to: 'record', claim: first }, ...along];
}

function namesOf({ fresh, recorded }: LookAlikes): string {
  const claims = [...fresh, ...recorded.map(({ claim }) => claim)];
  return listed(
    claims.map((claim) => printable(labelOf(claim))),
    MOST_NAMES,
  );
}
