import {
  counted,
  listed,
  type MediaKind,
  mediaKinds,
  providers,
  thousands,
} from '@immersion-tracker/contract';
import type { Calendar } from '@immersion-tracker/contract/calendar';
import prettyBytes from 'pretty-bytes';
import { dayInWords } from '../../days/date-words.ts';
import type { Screen } from '../../terminal/screen.ts';
import { truncate } from '../../text/columns.ts';
import { type Counts, countsInWords, NONE, totalOf } from '../claims/kinds.ts';
import type { CleanUp, Instructions, KnownAnswer } from './instructions.ts';
import type { MissingKeys } from './missing-keys.ts';
import type { Plan } from './plan.ts';

/** More shows and days are only counted, so that the plan stays readable. */
const MOST_SHOWS = 10;
const MOST_DAYS = 14;

/** Shows what a sync is about to do, and what it cannot do because keys are `missing`. */
export function showPlan(
  screen: Screen,
  folder: string,
  plan: Plan,
  missing: MissingKeys,
  { cleanUp, known: answer }: Instructions,
  calendar: Calendar,
): void {
  const { say, paint, columns } = screen;
  say(paint.dim(truncate(folder, columns)));
  const { unfinished, known, repeated } = plan;
  const toRecord = plan.new ?? plan.found;
  if (totalOf(toRecord) === 0) say('Nothing new to record.');
  else sayNew(screen, toRecord, plan, calendar);
  if (unfinished !== null && totalOf(unfinished) > 0) {
    const then = cleanUp === 'keep' ? '' : ', still to be cleaned up';
    say(`${listed(countsInWords(unfinished))} recorded by an earlier sync${then}.`);
  }
  const then = answer === undefined ? '' : `: ${consequence(answer, cleanUp)}`;
  const sayAlready = (counts: Counts | null, what: string) => {
    if (counts === null || totalOf(counts) === 0) return;
    say(`${listed(countsInWords(counts))} ${what}${then}.`);
  };
  sayAlready(known, 'already recorded');
  sayAlready(repeated, 'found more than once');
  const going = whatGoes(plan, cleanUp);
  if (going !== undefined) say(going);
  if (plan.unknown_because !== null) {
    const why = `The tracker could not say what is already recorded. ${plan.unknown_because}`;
    say(paint.warning(why));
  }
  for (const words of whatStays(plan.new ?? NONE, missing)) say(paint.warning(words));
}

/** What `--known` does, in words. */
function consequence(answer: KnownAnswer, cleanUp: CleanUp): string {
  if (answer === 'leave') return 'left as they are';
  const viewing = answer === 'rewatch' ? 'counted again' : 'not counted again';
  return viewing + { delete: ', then deleted', trash: ', then removed', keep: '' }[cleanUp];
}

function sayNew(screen: Screen, counts: Counts, { shows, days }: Plan, calendar: Calendar): void {
  const { say, paint, columns } = screen;
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
  sayDays(screen, days, calendar);
}

/** Says when everything was watched, unless all of it is from today. */
function sayDays({ say, paint }: Screen, days: Plan['days'], calendar: Calendar): void {
  if (days.every(({ date }) => date === calendar.today.date)) return;
  const earlier = days.slice(0, -MOST_DAYS);
  if (earlier.length > 0) {
    const count = earlier.reduce((sum, { date: _, ...counts }) => sum + totalOf(counts), 0);
    say(paint.dim(`${thousands(count).padStart(7)} on ${counted(earlier.length, 'earlier day')}`));
  }
  for (const { date, ...counts } of days.slice(-MOST_DAYS)) {
    say(`${thousands(totalOf(counts)).padStart(7)} on ${dayInWords(date, calendar)}`);
  }
}

/** What will be removed, in words; undefined if nothing will be. */
function whatGoes(
  { found, new: fresh, removable, bytes, finished_folders }: Plan,
  cleanUp: CleanUp,
): string | undefined {
  const removed = (foundIn: MediaKind['foundIn']) =>
    mediaKinds
      .filter((kind) => kind.foundIn === foundIn)
      .reduce((sum, { id }) => sum + removable[`${id}s`], 0);
  const [videos, links] = [removed('folder'), removed('list')];
  if (cleanUp === 'keep') return totalOf(found) > 0 ? 'Nothing will be deleted.' : undefined;
  if (videos + links === 0) return undefined;

  const folders = finished_folders > 0 ? [counted(finished_folders, 'finished folder')] : [];
  const files = videos > 0 ? [`${prettyBytes(bytes)} of videos`, ...folders] : [];
  const lines = links > 0 ? ['the links in watched.txt'] : [];
  const [toTrash, forGood] = cleanUp === 'trash' ? [files, lines] : [[], [...files, ...lines]];
  const what = listed([
    ...(toTrash.length > 0 ? [`${listed(toTrash)} will be moved to the trash`] : []),
    ...(forGood.length > 0 ? [`${listed(forGood)} will be deleted`] : []),
  ]);
  return `${totalOf(fresh ?? found) > 0 ? 'Once recorded' : 'Next'}, ${what}.`;
}

/** What cannot be recorded because a provider's key is missing, in words. */
function whatStays(counts: Counts, missing: MissingKeys): string[] {
  return providers.flatMap(({ id }) => {
    const reason = missing[id];
    const kinds = mediaKinds.filter(({ provider }) => provider.id === id);
    const what = kinds
      .toSorted((a, b) => Number(b.sync.asksProvider) - Number(a.sync.asksProvider))
      .flatMap((kind) => consequenceFor(kind, counts[`${kind.id}s`]));
    return reason === undefined || what.length === 0
      ? []
      : [`${sentence(listed(what))}: ${reason}`];
  });
}

function consequenceFor({ sync, provider, foundIn, nouns }: MediaKind, count: number): string[] {
  if (count === 0) return [];
  if (!sync.asksProvider) return [`new ${nouns.group[1]} get no name`];
  const noun = foundIn === 'list' ? `${provider.name} link` : nouns.record;
  return [`${counted(count, noun)} ${count === 1 ? 'stays' : 'stay'}`];
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
