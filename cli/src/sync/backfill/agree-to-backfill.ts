import { type Asking, choose, ENTER } from '../../terminal/choose.ts';
import { earlierInWords } from './backfill-in-words.ts';
import type { Backfill } from './preview-backfill.ts';

/** Asks once, if a person is there. For a script, the option itself is the consent. */
export async function agreeToBackfill(asking: Asking, backfill: Backfill): Promise<boolean> {
  if (backfill.earlier.length === 0) return true;
  const question = `Record ${earlierInWords(backfill)} released before the linked ones as well?`;
  const answer = await choose(asking, question, [
    ['y', 'yes', 'record them, each at the time of the linked one'],
    [ENTER, 'no', 'record only the linked ones'],
  ]);
  return answer !== 'no';
}
