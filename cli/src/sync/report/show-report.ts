import { dirname } from 'node:path';
import { counted, listed, thousands } from '@immersion-tracker/contract';
import prettyBytes from 'pretty-bytes';
import type { Finding } from '../../disk/finding.ts';
import type { Screen } from '../../terminal/screen.ts';
import { truncate } from '../../text/columns.ts';
import { COMMAND } from '../../text/command-name.ts';
import { printable } from '../../text/printable.ts';
import { countsInWords } from '../claims/kinds.ts';
import type { LeftFinding, SyncOutcome } from './outcome.ts';
import type { Findings } from './report.ts';

/** In columns. Links are shorter. */
const LONGEST_LINE = 300;

/** Further shows without an id are only counted. */
const MOST_NAMELESS = 5;

export function showRecorded(
  { say }: Screen,
  { added, rewatched }: Pick<SyncOutcome, 'added' | 'rewatched'>,
): void {
  const [fresh, again] = [countsInWords(added), countsInWords(rewatched)];
  const words = [
    ...(fresh.length > 0 ? [`Recorded ${listed(fresh)}.`] : []),
    ...(again.length > 0 ? [`Watched again: ${listed(again)}.`] : []),
  ];
  say(`\n${words.join(' ') || 'Nothing new was recorded.'}`);
}

export function showRemoved(
  { say }: Screen,
  { files, folders, lines, bytes }: SyncOutcome['removed'],
  toTrash: boolean,
): void {
  const kinds = [
    ...(files > 0 ? [counted(files, 'file')] : []),
    ...(folders > 0 ? [counted(folders, 'folder')] : []),
    ...(lines > 0 ? [`${counted(lines, 'line')} of watched.txt`] : []),
  ];
  if (kinds.length === 0) return;
  const space = `${prettyBytes(bytes)} ${toTrash ? 'are in the trash' : 'freed'}.`;
  say(`\n${toTrash ? 'Removed' : 'Deleted'} ${listed(kinds)}.${bytes > 0 ? ` ${space}` : ''}`);
}

/** If more findings share a folder or a list and the reason, they are shown as one. */
const MOST_ALIKE = 5;

/** Lists what is left and what was passed over. Only counts what the last run already listed. */
export function showFindings({ say, paint }: Screen, findings: Findings, verbose: boolean): void {
  const { before, unchanged } = findings;
  const left = verbose ? [...findings.left, ...before.left] : together(inGroups(findings.left));
  const passedOver = verbose
    ? [...findings.passedOver, ...before.passedOver]
    : together(findings.passedOver);
  if (left.length > 0) say(`\n${paint.bold('Left:')}`);
  for (const line of left.flatMap(inWords)) say(line);
  if (passedOver.length > 0) say(`\n${paint.bold('Passed over:')}`);
  const dim = (text: string) => paint.dim(text);
  for (const line of passedOver.flatMap(inWords)) say(line.replace(/\S.*/, dim));
  if (verbose || unchanged === 0) return;
  const them = unchanged === 1 ? 'it' : 'them';
  say(`\nUnchanged since the last sync: ${counted(unchanged, 'thing')} (--verbose lists ${them}).`);
}

/** `canBeNamed` is false while the tracker cannot ask TheTVDB. */
export function showNameless(
  { say, paint, columns }: Screen,
  folders: readonly string[],
  canBeNamed: boolean,
): void {
  if (folders.length === 0) return;
  const shows = counted(folders.length, 'show');
  say(`\n${paint.bold(`${shows} without a TheTVDB id,`)} and so without a name or artwork:`);
  for (const folder of folders.slice(0, MOST_NAMELESS)) say(`  ${truncate(folder, columns - 2)}`);
  const rest = folders.length - MOST_NAMELESS;
  if (rest > 0) say(`  and ${thousands(rest)} more: ${COMMAND} shows`);
  if (canBeNamed) say(`Set one with: ${COMMAND} shows set <folder> <title>`);
}

function inWords({ path, reason, text }: Finding): string[] {
  const line = text === undefined ? [] : [truncate(text, LONGEST_LINE)];
  return [`  ${printable(path)}`, ...line.map((one) => `    ${one}`), `    ${printable(reason)}`];
}

/** Combines findings that wait for the same provider into one, with a count. */
function inGroups(findings: readonly LeftFinding[]): Finding[] {
  const groups = Map.groupBy(findings, (finding) =>
    finding.waiting === undefined ? finding : `${finding.waiting}: ${finding.reason}`,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { waiting, ...finding } = first;
    if (waiting === undefined || others.length === 0) return [finding];
    return [{ path: counted(others.length + 1, waiting), reason: finding.reason }];
  });
}

function together(findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings, (finding) =>
    JSON.stringify([placeOf(finding), finding.reason, finding.text === undefined]),
  );
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    // A finding that does not concern a file has no folder.
    if (first === undefined || alike.length <= MOST_ALIKE || placeOf(first) === '.') return alike;
    const things =
      first.text === undefined
        ? `${counted(alike.length, 'item')} in`
        : `${counted(alike.length, 'line')} of`;
    return { path: `${things} ${placeOf(first)} (--verbose lists each)`, reason: first.reason };
  });
}

/** The folder of a file, or the list of a line. */
const placeOf = ({ path, text }: Finding) =>
  text === undefined ? dirname(path) : path.replace(/:\d+$/, '');
