import type { CliContext } from '../context/cli-context.ts';
import { type Titled, titledMovie, titledShow } from '../tracker/titled.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { UNDO_HINT, withReceipt } from './keep-receipt.ts';
import type { TitleChange } from './receipt.ts';

type Context = Pick<CliContext, 'disks' | 'stateFolder'>;

/** What a report of a title that was not changed ends with. */
const UNCHANGED = 'It was so already, so nothing was changed.';

/** What a report of a title ends with. */
export const endOf = (isChanged: boolean): string => (isChanged ? UNDO_HINT : UNCHANGED);

/**
 * Gives a show another TheTVDB id, or null for none, and keeps a receipt of it. Resolves with false, and
 * does neither, if it has that id already.
 */
export async function nameShow(
  context: Context,
  tracker: Tracker,
  folder_name: string,
  to: number | null,
): Promise<boolean> {
  const show = titledShow(tracker, folder_name);
  const from = (await show.idOf()) ?? null;
  return name(context, tracker, show, { kind: 'show named', folder_name, from, to });
}

/** Like {@link nameShow}, for a movie. */
export async function nameMovie(
  context: Context,
  tracker: Tracker,
  file_name: string,
  to: number,
): Promise<boolean> {
  const movie = titledMovie(tracker, file_name);
  const from = (await movie.idOf()) ?? null;
  return name(context, tracker, movie, { kind: 'movie named', file_name, from, to });
}

async function name(
  context: Context,
  tracker: Tracker,
  titled: Titled,
  change: TitleChange,
): Promise<boolean> {
  if (change.from === change.to) return false;
  const what = `the TheTVDB id of ${titled.name}`;
  await withReceipt(context, tracker, { what, changes: [change] }, () => titled.setId(change.to));
  return true;
}
