import { counted, listed, SETTINGS_KEY, thousands } from '@immersion-tracker/contract';
import type { Screen } from '../terminal/screen.ts';
import { printable } from '../text/printable.ts';
import { NOUNS, nounOf } from './items.ts';
import type { Archive, ArchiveItem, Rejected } from './read-archive.ts';

/** Further lines are only counted. */
const MOST_REJECTED = 20;

/** Shows what an export has, and what of it is new to the tracker. */
export function showArchive(
  screen: Screen,
  { items, invalid }: Archive,
  missing: readonly ArchiveItem[],
): void {
  const { say } = screen;
  const isNew = new Set(missing);
  const known = items.filter((item) => !isNew.has(item));
  if (missing.length > 0) say(`New: ${inWords(missing)}.`);
  else say(items.length > 0 ? 'Nothing in this file is new.' : 'There is nothing in this file.');
  if (known.length > 0) say(`Already there, and left as they are: ${inWords(known)}.`);
  if (known.some(({ id }) => id === SETTINGS_KEY)) {
    say('This tracker keeps its own settings (time zone, start of the day and goal).');
  }
  showRejected(screen, 'Not valid, and left out:', invalid);
}

export function showRejected({ say, paint }: Screen, title: string, lines: readonly Rejected[]) {
  if (lines.length === 0) return;
  say(`\n${paint.bold(title)}`);
  for (const { line, reason } of lines.slice(0, MOST_REJECTED)) {
    say(`  line ${line}\n    ${printable(reason)}`);
  }
  const rest = lines.length - MOST_REJECTED;
  if (rest > 0) say(`  and ${thousands(rest)} more`);
}

function inWords(items: readonly ArchiveItem[]): string {
  const byNoun = Map.groupBy(items, ({ id }) => nounOf(id));
  const counts = NOUNS.map((noun) => [noun, byNoun.get(noun)?.length ?? 0] as const);
  const hasSettings = items.some(({ id }) => id === SETTINGS_KEY);
  return listed([
    ...counts.flatMap(([noun, count]) => (count > 0 ? counted(count, noun) : [])),
    ...(hasSettings ? ['the settings'] : []),
  ]);
}
