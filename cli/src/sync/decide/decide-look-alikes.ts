import { thousands } from '../../text/counted.ts';
import { listed } from '../../text/listed.ts';
import { printable } from '../../text/printable.ts';
import { KINDS } from '../kinds.ts';
import { type Claim, labelOf } from '../plan/claims.ts';
import { type LookAlikes, lookAlikesIn } from '../plan/look-alikes.ts';
import type { RecordedClaim, States } from '../plan/states.ts';
import { askForAll, type Choices, type Deps } from './ask-choice.ts';
import type { Verdict } from './verdict.ts';

const choices = ({ keep }: Deps): Choices<'same' | 'different'> => ({
  same: ['s', keep ? 'the same: count once' : 'the same: count once and remove'],
  different: ['d', keep ? 'different: count each' : 'different: count each and remove'],
});

/** How many groups of files a question names. */
const MOST_NAMED = 3;

/** A verdict, or that a file shares the fate of one that is recorded, but maybe not from that file. */
export type Fate = Verdict | ({ readonly to: 'share' } & RecordedClaim & { readonly other: Claim });

/** Asks whether files that look like one episode, or like parts of one movie, are the same. */
export async function decideLookAlikes(deps: Deps, states: States): Promise<Fate[]> {
  const own = new Set(states.own.map(({ claim }) => claim));
  const fates: Fate[][][] = [];
  const groups = Map.groupBy(lookAlikesIn(states), ({ fresh: [first] }) => first?.group ?? '');
  for (const [group, alike] of groups) {
    const questionOn = (some: readonly LookAlikes[]) => `${printable(group)}: ${ask(some)}`;
    const answers = await askForAll(deps, alike, questionOn, choices(deps));
    fates.push(alike.map((one, index) => fatesOf(one, answers[index], own)));
  }
  return fates.flat(2);
}

function ask(alike: readonly LookAlikes[]): string {
  const noun = alike.some(({ fresh: [first] }) => first?.kind === 'movie') ? 'movie' : 'episode';
  const same = alike.length === 1 ? `the same ${noun}` : `the same ${noun}s`;
  const groups = alike.slice(0, MOST_NAMED).map(namesOf);
  const rest = alike.length - groups.length;
  const named = [...groups, ...(rest > 0 ? [`and ${thousands(rest)} more`] : [])].join('; ');
  return `these files look like ${same}: ${named}. What are they?`;
}

function fatesOf(
  { fresh, recorded }: LookAlikes,
  answer: 'same' | 'different' | 'leave' | undefined,
  own: ReadonlySet<Claim>,
): Fate[] {
  if (answer === 'different') return fresh.map((claim) => ({ to: 'record', claim }));
  if (answer !== 'same') {
    return fresh.map((claim) => {
      const noun = KINDS[claim.kind].noun;
      const reason = `looks like the same ${noun} as another file here: sync in a terminal to say whether it is, or rename it`;
      return { to: 'leave', claim, reason };
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
  return listed(claims.map((claim) => printable(labelOf(claim))));
}
