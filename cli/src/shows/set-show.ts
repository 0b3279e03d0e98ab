import { endpoints } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import { Failure } from '../errors/failure.ts';
import { readTvdbId } from '../links/read-tvdb-id.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';

/** `immersion shows set <folder> <id or link>`: sets which show on TheTVDB a folder is. */
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

async function setShow(
  tracker: Tracker,
  folder: string,
  idOrLink: string,
): Promise<{ folder_name: string; tvdb_id: number; tvdb_name: string | null }> {
  const read = readTvdbId(idOrLink, 'series');
  if ('problem' in read) throw new Failure(read.problem);
  const tvdb_id = read.id;
  const { shows } = await tracker.send(endpoints.getShows, undefined);
  const exact = shows.filter(({ folder_name }) => folder_name === folder);
  const similar = shows.filter(({ folder_name }) => sameName(folder_name, folder));
  const [show, another] = exact.length > 0 ? exact : similar;
  if (show === undefined || another !== undefined) {
    const what = another ? 'several show folders like' : 'no show folder called';
    throw new Failure(
      `The tracker has ${what} ${printable(folder)}. To list its folders, run: ${COMMAND} shows`,
    );
  }
  const { folder_name } = show;
  await tracker.send(endpoints.updateShow, { folder_name, tvdb_id });
  const after = await tracker.send(endpoints.getShows, undefined);
  const tvdb_name = after.shows.find((one) => one.folder_name === folder_name)?.tvdb_name ?? null;
  return { folder_name, tvdb_id, tvdb_name };
}

/** People who type a folder's name need not know its exact letter case and Unicode form. */
function sameName(a: string, b: string): boolean {
  const folded = (text: string) => text.normalize('NFC').toLowerCase().replace(/\/+$/, '');
  return folded(a) === folded(b);
}
