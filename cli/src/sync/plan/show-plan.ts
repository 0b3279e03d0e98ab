import prettyBytes from 'pretty-bytes';
import type { Screen } from '../../terminal/screen.ts';
import { truncate } from '../../text/columns.ts';
import { counted, thousands } from '../../text/counted.ts';
import { listed } from '../../text/listed.ts';
import { type Counts, countsInWords, NONE, totalOf } from '../claims/kinds.ts';
import type { KnownAnswer } from './instructions.ts';
import type { Plan } from './plan.ts';

/** More shows than these are only counted: a plan is to be read. */
const MOST_SHOWS = 10;

/** What a sync does with what was recorded. */
export type CleanUpKind = 'delete' | 'trash' | 'keep';

/** Shows what a sync is about to do. */
export function showPlan(
  screen: Screen,
  folder: string,
  plan: Plan,
  { kind, answer }: { readonly kind: CleanUpKind; readonly answer: KnownAnswer | undefined },
): void {
  const { say, paint, columns } = screen;
  say(paint.dim(truncate(folder, columns)));
  const { unfinished, known, repeated } = plan;
  const toRecord = plan.new ?? plan.found;
  if (totalOf(toRecord) === 0) say('Nothing new to record.');
  else sayNew(screen, toRecord, plan.shows);
  if (unfinished !== null && totalOf(unfinished) > 0) {
    const then = kind === 'keep' ? '' : ', still to be removed';
    say(`${listed(countsInWords(unfinished))} recorded by an earlier sync${then}.`);
  }
  const then = answer === undefined ? '' : `: ${consequence(answer, kind)}`;
  const sayAlready = (counts: Counts | null, what: string) => {
    if (counts === null || totalOf(counts) === 0) return;
    say(`${listed(countsInWords(counts))} ${what}${then}.`);
  };
  sayAlready(known, 'already recorded');
  sayAlready(repeated, 'here more than once');
  const going = whatGoes(plan, kind);
  if (going !== undefined) say(going);
}

/** What `--known` does. */
function consequence(answer: KnownAnswer, kind: CleanUpKind): string {
  if (answer === 'leave') return 'left as they are';
  const counted = answer === 'rewatch' ? 'counted again' : 'not counted again';
  return kind === 'keep' ? counted : `${counted}, then removed`;
}

function sayNew({ say, paint, columns }: Screen, counts: Counts, shows: Plan['shows']): void {
  const { episodes, ...others } = counts;
  if (episodes > 0) {
    say(`${paint.bold(counted(episodes, 'episode'))} of ${counted(shows.length, 'show')}`);
  }
  for (const show of shows.slice(0, MOST_SHOWS)) {
    say(`  ${thousands(show.episodes).padStart(5)}  ${truncate(show.folder_name, columns - 9)}`);
  }
  const rest = shows.length - MOST_SHOWS;
  if (rest > 0) say(paint.dim(`         and ${counted(rest, 'more show')}`));
  for (const words of countsInWords({ ...NONE, ...others })) say(paint.bold(words));
}

/** What will be removed, in words; undefined if there is nothing to remove. */
function whatGoes(
  { found, new: fresh, removable, bytes, finished_folders }: Plan,
  kind: CleanUpKind,
): string | undefined {
  const videos = removable.episodes + removable.movies;
  const links = totalOf(removable) - videos;
  if (kind === 'keep') return totalOf(found) > 0 ? 'Nothing will be removed.' : undefined;
  if (videos + links === 0) return undefined;

  const folders =
    finished_folders > 0 ? ` and ${counted(finished_folders, 'finished folder')}` : '';
  const go = kind === 'trash' ? 'go to the trash' : 'are removed';
  const what = listed([
    ...(videos > 0 ? [`${prettyBytes(bytes)} of videos${folders} ${go}`] : []),
    ...(links > 0 ? ['the links are taken out of watched.txt'] : []),
  ]);
  return `${totalOf(fresh ?? found) > 0 ? 'Once recorded' : 'Next'}, ${what}.`;
}
