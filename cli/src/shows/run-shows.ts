import { signedIn } from '../account/signed-in.ts';
import type { World } from '../context/cli-context.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { printable } from '../text/printable.ts';
import { listShows, showShows } from './list-shows.ts';
import { setShow } from './set-show.ts';

/** `immersion shows`. */
export async function runListShows(world: World, options: OutputOptions): Promise<void> {
  const shows = await listShows(await signedIn(world));
  showShows(screenFor(world, options), shows);
  printJson(world, options, shows);
}

/** `immersion shows set <folder> <id>`. */
export async function runSetShow(
  world: World,
  folder: string,
  idOrLink: string,
  options: OutputOptions,
): Promise<void> {
  const show = await setShow(await signedIn(world), folder, idOrLink);
  const name = printable(show.tvdb_name ?? `${show.tvdb_id}`);
  screenFor(world, options).say(`${printable(show.folder_name)} is ${name}`);
  printJson(world, options, show);
}
