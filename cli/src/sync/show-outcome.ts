import prettyBytes from 'pretty-bytes';
import { COMMAND } from '../command-name.ts';
import type { Remark } from '../media/remarks.ts';
import type { Screen } from '../terminal/screen.ts';
import { truncate } from '../text/columns.ts';
import { counted, thousands } from '../text/counted.ts';
import { printable } from '../text/printable.ts';
import type { Added, SyncReport } from './report.ts';

/** Of a line in a list, in columns. Links are shorter. */
const LONGEST_LINE = 300;

/** More shows without an id than these are only counted. */
const MOST_NAMELESS = 5;

/** Tells what was new to the tracker. */
export function showRecorded({ say }: Screen, added: Added): void {
  const kinds = [
    ...of(added.episodes, 'episode'),
    ...of(added.movies, 'movie'),
    ...of(added.youtube_videos, 'YouTube video'),
    ...of(added.spotify_episodes, 'podcast episode'),
  ];
  say(`\n${kinds.length > 0 ? `Recorded ${listed(kinds)}.` : 'Nothing was new to the tracker.'}`);
}

/** Tells what was removed: for good, or to the system's trash. */
export function showRemoved(
  { say }: Screen,
  { files, folders, lines, bytes }: SyncReport['removed'],
  toTrash: boolean,
): void {
  const kinds = [...of(files, 'file'), ...of(folders, 'show folder')];
  if (lines > 0) kinds.push(`${counted(lines, 'line')} of watched.txt`);
  if (kinds.length === 0) return;
  const space = `${prettyBytes(bytes)} ${toTrash ? 'are in the trash' : 'are free'}.`;
  say(`\nRemoved ${listed(kinds)}.${bytes > 0 ? ` ${space}` : ''}`);
}

/** Tells what is left to do, what was passed over, and which shows want a name. */
export function showRemarks(screen: Screen, report: SyncReport): void {
  const { say, paint } = screen;
  if (report.left.length > 0) say(`\n${paint.bold('Left:')}`);
  for (const line of report.left.flatMap(inWords)) say(line);
  if (report.passed_over.length > 0) say(`\n${paint.bold('Passed over:')}`);
  const dim = (text: string) => paint.dim(text);
  for (const line of report.passed_over.flatMap(inWords)) say(line.replace(/\S.*/, dim));
  if (report.shows_without_tvdb_id.length > 0) showNameless(screen, report.shows_without_tvdb_id);
}

function showNameless({ say, paint, columns }: Screen, folders: readonly string[]): void {
  const shows = counted(folders.length, 'show');
  say(
    `\n${paint.bold(`${shows} without a TheTVDB id,`)} so without name, artwork and real length:`,
  );
  for (const folder of folders.slice(0, MOST_NAMELESS)) say(`  ${truncate(folder, columns - 2)}`);
  const rest = folders.length - MOST_NAMELESS;
  if (rest > 0) say(`  and ${thousands(rest)} more: ${COMMAND} shows`);
  say(`Give one with: ${COMMAND} shows set <folder> <id or link>`);
}

function inWords({ path, reason, text }: Remark): string[] {
  const line = text === undefined ? [] : [truncate(text, LONGEST_LINE)];
  return [`  ${printable(path)}`, ...line.map((one) => `    ${one}`), `    ${printable(reason)}`];
}

const of = (count: number, noun: string) => (count > 0 ? [counted(count, noun)] : []);
const listed = (parts: string[]) =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ');
