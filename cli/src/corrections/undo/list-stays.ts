import type { Reversal } from '../../receipts/receipt.ts';

/** Lines leave the list only if all their viewings are recorded. */
export const LIST_STAYS = 'watched.txt stays as it is, since not everything was recorded again';

export const takesLines = (one: Reversal): boolean =>
  one.kind === 'list edited' && one.lines.some(({ from, to }) => to < from);
