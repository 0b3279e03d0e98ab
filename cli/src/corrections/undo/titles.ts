import type { Reversal, TitleChange } from '../../receipts/receipt.ts';
import { titledMovie, titledShow } from '../../tracker/titled.ts';
import type { Tracker } from '../../tracker/tracker.ts';

const titledOf = (tracker: Tracker, change: TitleChange) =>
  change.kind === 'show named'
    ? titledShow(tracker, change.folder_name)
    : titledMovie(tracker, change.file_name);

/** Gives a show or movie the TheTVDB id that it had, if it still has the one that it was given. */
export async function reverseTitle(tracker: Tracker, change: TitleChange) {
  const { from, to } = change;
  const { name, idOf } = titledOf(tracker, change);
  const now = await idOf();
  const cannot = (why: string) => ({ reversals: [], cannot: [`${name} ${why}`] });
  if (from === to || now === from) return { reversals: [], cannot: [] };
  if (now === undefined) return cannot('is no longer recorded');
  if (now !== to) return cannot('got another TheTVDB id since, and keeps it');
  const reversal = backwards(change);
  if (reversal === undefined) return cannot('had no TheTVDB id before, and keeps the new one');
  return { reversals: [reversal], cannot: [] };
}

/** Undefined for a movie that had no id: it cannot be taken away. */
function backwards(change: TitleChange): Reversal | undefined {
  if (change.kind === 'show named') return { ...change, from: change.to, to: change.from };
  const { from, to } = change;
  return from === null ? undefined : { ...change, from: to, to: from };
}

/** Resolves with why that did not work. */
export async function carryOutTitle(tracker: Tracker, change: TitleChange): Promise<string[]> {
  const { name, idOf, setId } = titledOf(tracker, change);
  const now = await idOf();
  if (now === change.to) return [];
  if (now !== change.from) return [`${name} got another TheTVDB id in the meantime, and keeps it`];
  await setId(change.to);
  return [];
}
