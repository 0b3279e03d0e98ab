import type { KnownAnswer } from '../known-answers.ts';
import type { States } from '../plan/states.ts';
import type { Deps } from './ask-choice.ts';
import { decideKnown } from './decide-known.ts';
import { decideLookAlikes } from './decide-look-alikes.ts';
import type { Verdict } from './verdict.ts';

/**
 * A verdict on every claim. Asks about all that needs a decision: files that look like one episode,
 * and what is recorded already, which `answerForKnown` may answer. Without an answer it is left.
 */
export async function decide(
  deps: Deps,
  states: States,
  answerForKnown: KnownAnswer | undefined,
): Promise<Verdict[]> {
  const alike = await decideLookAlikes(deps, states);
  const settled = new Map(alike.map((verdict) => [verdict.claim, verdict]));
  const alone = states.fresh.filter((claim) => !settled.has(claim));

  // What repeats a file that is not recorded itself shares its fate.
  const repeats = states.repeated.map((one) => ({ one, fate: settled.get(one.first) }));
  const sharing = repeats.flatMap(({ one, fate }): Verdict[] =>
    fate === undefined || fate.to === 'record' ? [] : [{ ...fate, claim: one.claim }],
  );
  const toAsk = repeats.flatMap(({ one, fate }) =>
    fate === undefined || fate.to === 'record' ? [one] : [],
  );
  return [
    ...states.own.map((own): Verdict => ({ to: 'remove', ...own })),
    ...alone.map((claim): Verdict => ({ to: 'record', claim })),
    ...alike,
    ...sharing,
    ...(await decideKnown(deps, [...states.known, ...toAsk], answerForKnown)),
  ];
}
