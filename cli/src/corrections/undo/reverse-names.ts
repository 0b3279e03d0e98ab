import { movieIdOf, showIdOf } from '../../receipts/named-titles.ts';
import type { ChangeOf } from '../../receipts/receipt.ts';
import type { Tracker } from '../../tracker/tracker.ts';
import { NOTHING, type Reversed } from './reversed.ts';

/** Gives a show the TheTVDB id that it had, if it still has the one that it was given. */
export async function reverseShow(
  tracker: Tracker,
  { folder_name, from, to }: ChangeOf<'show named'>,
): Promise<Reversed> {
  const now = await showIdOf(tracker, folder_name);
  if (from === to || now === from) return NOTHING;
  if (now === to) {
    return { cannot: [], reversals: [{ kind: 'show named', folder_name, from: to, to: from }] };
  }
  return { reversals: [], cannot: [`${folder_name} got another TheTVDB id since, and keeps it`] };
}

export async function reverseMovie(
  tracker: Tracker,
  { file_name, from, to }: ChangeOf<'movie named'>,
): Promise<Reversed> {
  const now = await movieIdOf(tracker, file_name);
  if (from === to || now === from) return NOTHING;
  const cannot = (why: string): Reversed => ({ reversals: [], cannot: [`${file_name} ${why}`] });
  if (now === undefined) return cannot('is not recorded any more');
  if (now !== to) return cannot('got another TheTVDB id since, and keeps it');
  if (from === null) return cannot('had no TheTVDB id before, and keeps the new one');
  return { cannot: [], reversals: [{ kind: 'movie named', file_name, from: to, to: from }] };
}
