import { counted, durationInWords, inNumber } from '@immersion-tracker/contract';
import { choose, ENTER } from '../../terminal/choose.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import type { Screen } from '../../terminal/screen.ts';
import type { Backfill } from './preview-backfill.ts';

/** How much a backfill records, as `--json` prints it. */
export function sizeOf({ earlier }: Backfill) {
  return {
    episodes: earlier.length,
    seconds: earlier.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** Shows what `--backfill` would record. */
export function showBackfill({ say }: Screen, backfill: Backfill): void {
  const { links, earlier, kind } = backfill;
  if (links.length === 0) return;
  const linked = `the linked ${inNumber(links.length, kind.nouns.record)}`;
  say(
    earlier.length === 0
      ? `Nothing from before ${linked} is missing.`
      : `${inWords(backfill)} from before ${linked}, with --backfill`,
  );
}

function inWords(backfill: Backfill): string {
  const { episodes, seconds } = sizeOf(backfill);
  const length = durationInWords(Math.round(seconds / 60));
  return `${counted(episodes, backfill.kind.nouns.record)} (${length})`;
}

/** Asks once, if a person is there. For a script, the option itself is the consent. */
export async function agreeToBackfill(
  context: { readonly prompter: Prompter; readonly screen: Screen },
  backfill: Backfill,
): Promise<boolean> {
  if (backfill.earlier.length === 0) return true;
  const question = `Record ${inWords(backfill)} from before your links, too?`;
  const answer = await choose(context, question, [
    ['y', 'yes', 'record them, each at the time of the linked one'],
    [ENTER, 'no', 'record only the linked ones'],
  ]);
  return answer !== 'no';
}
