import { counted, durationInWords, inNumber } from '@immersion-tracker/contract';
import { type Backfill, sizeOf } from './preview-backfill.ts';

/** Says how much `--backfill` would record; undefined if there are no links. */
export function backfillInWords(backfill: Backfill): string | undefined {
  const { links, earlier, kind } = backfill;
  if (links.length === 0) return undefined;
  const linked = `the linked ${inNumber(links.length, kind.nouns.record)}`;
  return earlier.length === 0
    ? `Everything released before ${linked} is recorded already.`
    : `${earlierInWords(backfill)} released before ${linked}, with --backfill`;
}

/** How many earlier episodes there are, and how long they are. */
export function earlierInWords(backfill: Backfill): string {
  const { episodes, seconds } = sizeOf(backfill);
  const length = durationInWords(Math.round(seconds / 60));
  return `${counted(episodes, backfill.kind.nouns.record)} (${length})`;
}
