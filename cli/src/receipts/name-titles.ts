import type { CliContext } from '../context/cli-context.ts';
import { type Titled, titledMovie, titledShow } from '../tracker/titled.ts';
import type { Tracker } from '../tracker/tracker.ts';
import { withReceipt } from './keep-receipt.ts';
import type { TitleChange } from './receipt.ts';

type Context = Pick<CliContext, 'disks' | 'stateFolder'>;

/** Gives a show another TheTVDB id, or null for none, and keeps a receipt of it. */
export async function nameShow(
  context: Context,
  tracker: Tracker,
  folder_name: string,
  to: number | null,
): Promise<void> {
  const show = titledShow(tracker, folder_name);
  const from = (await show.idOf()) ?? null;
  await name(context, tracker, show, { kind: 'show named', folder_name, from, to });
}

/** Gives a movie another TheTVDB id, and keeps a receipt of it. */
export async function nameMovie(
  context: Context,
  tracker: Tracker,
  file_name: string,
  to: number,
): Promise<void> {
  const movie = titledMovie(tracker, file_name);
  const from = (await movie.idOf()) ?? null;
  await name(context, tracker, movie, { kind: 'movie named', file_name, from, to });
}

async function name(context: Context, tracker: Tracker, titled: Titled, change: TitleChange) {
  const what = `the TheTVDB id of ${titled.name}`;
  await withReceipt(context, tracker, { what, changes: [change] }, () => titled.setId(change.to));
}
