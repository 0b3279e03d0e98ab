import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { printable } from '../text/printable.ts';
import { listShows, showShows } from './list-shows.ts';
import { setShow } from './set-show.ts';

/** `immersion shows`. */
export async function runListShows(context: CliContext, options: OutputOptions): Promise<void> {
  const shows = await listShows(await signedIn(context));
  showShows(screenFor(context, options), shows);
  printJson(context, options, shows);
}

/** `immersion shows set <folder> <id>`. */
export async function runSetShow(
  context: CliContext,
  folder: string,
  idOrLink: string,
  options: OutputOptions,
): Promise<void> {
  const show = await setShow(await signedIn(context), folder, idOrLink);
  const name = printable(show.tvdb_name ?? `${show.tvdb_id}`);
  screenFor(context, options).say(`${printable(show.folder_name)} is ${name}`);
  printJson(context, options, show);
}
