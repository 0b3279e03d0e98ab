import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import stringWidth from 'string-width';
import type { Screen } from '../terminal/screen.ts';
import { fit, truncate } from '../text/columns.ts';
import { COMMAND } from '../text/command-name.ts';
import { printable } from '../text/printable.ts';
import type { Tracker } from '../tracker/tracker.ts';

type Shows = ResponseOf<typeof endpoints.getShows>;

/** `immersion shows`: the shows' folders that the tracker knows, with their names on TheTVDB. */
export async function listShows(tracker: Tracker): Promise<Shows> {
  return tracker.send(endpoints.getShows, undefined);
}

/** Shows them as a table. */
export function showShows({ say, paint, columns }: Screen, { shows }: Shows): void {
  if (shows.length === 0) {
    say(`No shows yet. Put an episode into shows/<show>/watched/ and run: ${COMMAND} sync`);
    return;
  }
  const idWidth = 9;
  const half = Math.floor((columns - idWidth - 4) / 2);
  say(paint.bold(`${fit('Folder', half)}  ${fit('TheTVDB', idWidth, 'right')}  Name`));
  for (const { folder_name, tvdb_id, tvdb_name } of shows) {
    const id = fit(`${tvdb_id ?? '-'}`, idWidth, 'right');
    const rest = `  ${id}  ${truncate(tvdb_name ?? '', half)}`.trimEnd();
    // In full, since `shows set` asks for it: a long one has a line for itself.
    const folder = printable(folder_name);
    if (stringWidth(folder) <= half) say(fit(folder, half) + rest);
    else say(`${folder}\n${' '.repeat(half)}${rest}`);
  }
}
