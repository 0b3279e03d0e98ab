import { listed } from '../../text/listed.ts';
import { printable } from '../../text/printable.ts';
import { KINDS } from '../kinds.ts';
import { type Claim, labelOf } from '../plan/claims.ts';
import { type LookAlikes, lookAlikesIn } from '../plan/look-alikes.ts';
import type { States } from '../plan/states.ts';
import { askForAll, type Choices, type Deps } from './ask-choice.ts';
import type { Verdict } from './verdict.ts';

const CHOICES: Choices<'same' | 'different'> = {
  same: ['s', 'the same, count it once'],
  different: ['d', 'different, count each'],
};

/** Asks whether files that look like one episode, or like parts of one movie, are the same. */
export async function decideLookAlikes(deps: Deps, states: States): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const groups = Map.groupBy(lookAlikesIn(states), ({ fresh: [first] }) => first?.group ?? '');
  for (const [group, alike] of groups) {
    const questionOn = (some: readonly LookAlikes[]) => `${printable(group)}: ${ask(some)}`;
    const answers = await askForAll(deps, alike, questionOn, CHOICES);
    verdicts.push(...alike.flatMap((one, index) => verdictsOf(one, answers[index])));
  }
  return verdicts;
}

function ask(alike: readonly LookAlikes[]): string {
  const noun = alike.some(({ fresh: [first] }) => first?.kind === 'movie') ? 'movie' : 'episode';
  const same = alike.length === 1 ? `the same ${noun}` : `the same ${noun}s`;
  return `these files look like ${same}: ${alike.map(namesOf).join('; ')}. Are they?`;
}

function verdictsOf(
  { fresh, recorded }: LookAlikes,
  answer: 'same' | 'different' | 'leave' | undefined,
): Verdict[] {
  if (answer === 'different') return fresh.map((claim) => ({ to: 'record', claim }));
  if (answer !== 'same') {
    return fresh.map((claim) => {
      const [other] = claimsOf({ fresh, recorded }).filter((one) => one !== claim);
      const like = `${KINDS[claim.kind].noun} as ${other ? labelOf(other) : 'another'}`;
      const reason = `looks like the same ${like}: sync in a terminal to say whether it is, or rename it`;
      return { to: 'leave', claim, reason };
    });
  }
  const [already] = recorded;
  if (already !== undefined) {
    return fresh.map((claim) => ({ to: 'remove', claim, recorded: already.recorded }));
  }
  const [first, ...others] = fresh;
  if (first === undefined) return [];
  const along = others.map((claim): Verdict => ({ to: 'remove', claim, first }));
  return [{ to: 'record', claim: first }, ...along];
}

function claimsOf({ fresh, recorded }: LookAlikes): Claim[] {
  return [...fresh, ...recorded.map(({ claim }) => claim)];
}

function namesOf(alike: LookAlikes): string {
  return listed(claimsOf(alike).map((claim) => printable(labelOf(claim))));
}
