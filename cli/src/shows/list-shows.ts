import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import { signedIn } from '../account/signed-in.ts';
import type { CliContext } from '../context/cli-context.ts';
import type { Screen } from '../terminal/screen.ts';
import { type OutputOptions, printJson, screenFor } from '../terminal/streams.ts';
import { fit, truncate, wholeRow } from '../text/columns.ts';
import { COMMAND } from '../text/command-name.ts';

/** `immersion shows`: lists the folders of all recorded shows, with their names on TheTVDB. */
export async function runListShows(context: CliContext, options: OutputOptions): Promise<void> {
  const tracker = await signedIn(context);
  const answer = await tracker.send(endpoints.getShows, undefined);
  showTable(screenFor(context, options), answer);
  printJson(context, options, answer);
}

function showTable(
  { say, paint, columns }: Screen,
  { shows }: ResponseOf<typeof endpoints.getShows>,
): void {
  if (shows.length === 0) {
    say(`No shows yet. Put an episode into shows/<show>/watched/ and run: ${COMMAND} sync`);
    return;
  }
  const idWidth = 9;
  const half = Math.floor((columns - idWidth - 4) / 2);
  say(paint.bold(`${fit('Folder', half)}  ${fit('TheTVDB', idWidth, 'right')}  Name`));
  for (const { folder_name, tvdb_id, tvdb_name } of shows) {
    const id = fit(`${tvdb_id ?? '-'}`, idWidth, 'right');
    // `shows set` needs the whole name of a folder.
    say(wholeRow(folder_name, half, `  ${id}  ${truncate(tvdb_name ?? '', half)}`));
  }
}
