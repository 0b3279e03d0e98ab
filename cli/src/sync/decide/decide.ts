import type { Calendar } from '@immersion-tracker/contract/calendar';
import { FUTURE_DATE, SKIPPED_DATE } from '../../disk/watched-list/line-date.ts';
import { type Claim, labelOf } from '../claims/claims.ts';
import type { Clash } from '../plan/clashes.ts';
import type { Comparison } from '../plan/compare.ts';
import type { Instructions } from '../plan/instructions.ts';
import { missingKeyFor } from '../plan/missing-keys.ts';
import type { RepeatedClaim } from '../plan/states.ts';
import type { AskContext } from './choices.ts';
import { decideKnown } from './decide-known.ts';
import { decideLookAlikes, type Fate } from './decide-look-alikes.ts';
import { type Verdict, verdictsTo } from './verdict.ts';

/**
 * Decides about every claim. Asks about look-alikes, and about claims that are already recorded unless
 * the instructions answer that. Leaves claims without an answer, and does not ask about claims that
 * cannot be recorded because a key is `missing`: it leaves those too.
 */
export async function decide(
  context: AskContext,
  { states, clashes, missing, calendar }: Comparison,
  instructions: Instructions,
): Promise<Verdict[]> {
  const withoutDay = (claims: readonly Claim[]) =>
    claims.flatMap((claim): Verdict[] => {
      const reason = whyNoDay(claim, calendar);
      return reason === undefined ? [] : [{ to: 'leave', claim, reason }];
    });
  const waiting = states.fresh.flatMap((claim): Verdict[] => {
    const undatable = withoutDay([claim]);
    if (undatable.length > 0) return undatable;
    const reason = missingKeyFor(claim, missing);
    return reason === undefined ? [] : [{ to: 'leave', claim, reason, providerIsDown: true }];
  });
  const stays = new Set(waiting.map(({ claim }) => claim));
  const fresh = states.fresh.filter((claim) => !stays.has(claim));
  const alike = [
    ...waiting,
    ...(await decideLookAlikes(context, { ...states, fresh }, instructions)),
  ];
  const settled = new Map(alike.map((fate) => [fate.claim, fate]));
  const alone = states.fresh.filter((claim) => !settled.has(claim));

  const repeated = states.repeated.map((one) => repeatOf(one, settled.get(one.first)));
  const toAsk = repeated.flatMap((one) => ('to' in one ? [] : [one]));
  const undecided = states.known.filter(({ claim }) => !settled.has(claim));
  const again = [...undecided, ...toAsk];
  const due = again.filter(({ claim }) => whyNoDay(claim, calendar) === undefined);
  const known = [
    ...withoutDay(again.map(({ claim }) => claim)),
    ...(await decideKnown(context, due, instructions, calendar)),
  ];
  const left = new Set(verdictsTo('leave', known).map(({ claim }) => claim));
  const fates = [...alike, ...repeated.flatMap((one) => ('to' in one ? [one] : []))];
  return [
    ...clashes.map(clashing),
    ...states.own
      .filter(({ claim }) => !settled.has(claim))
      .map((own): Verdict => ({ to: 'remove', ...own })),
    ...alone.map((claim): Verdict => ({ to: 'record', claim })),
    ...fates.map((fate) => (fate.to === 'share' ? shared(fate, left) : fate)),
    ...known,
  ];
}

/** Why a line cannot be recorded on the day that it begins with, by the learner's calendar. */
function whyNoDay(claim: Claim, { today, dayOf }: Calendar): string | undefined {
  if (!('line' in claim) || claim.date === undefined) return undefined;
  if (claim.date > today.date) return FUTURE_DATE;
  return dayOf(claim.date) === undefined ? SKIPPED_DATE : undefined;
}

/** If the other file is left, its record may be of something else, so this one is left too. */
function shared({ other, ...one }: Fate & { to: 'share' }, left: ReadonlySet<Claim>): Verdict {
  if (!left.has(other)) return { ...one, to: 'remove' };
  return { to: 'leave', claim: one.claim, reason: `is the same as ${labelOf(other)}, which stays` };
}

/** A repeat of a file that will not be recorded shares its fate. Otherwise, the learner is asked. */
function repeatOf(repeated: RepeatedClaim, fate: Fate | undefined): RepeatedClaim | Fate {
  const { claim, first } = repeated;
  if (nameOf(claim) !== nameOf(first)) {
    return clashing({ claim, other: `${labelOf(first)} of ${first.group}` });
  }
  if (fate === undefined || fate.to === 'record') return repeated;
  return { ...fate, claim };
}

const clashing = ({ claim, other }: Clash): Verdict & { to: 'leave' } => ({
  to: 'leave',
  claim,
  reason: `would get the same record as ${other}: rename one of them without #`,
});

/** Two different files may have one key: file `c` in folder `a#b`, and file `b#c` in folder `a`. */
const nameOf = (claim: Claim) => ('file_name' in claim ? claim.file_name : claim.id);
