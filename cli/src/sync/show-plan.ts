import prettyBytes from 'pretty-bytes';
import type { Screen } from '../terminal/screen.ts';
import { truncate } from '../text/columns.ts';
import { counted, thousands } from '../text/counted.ts';
import { isEmpty, type Plan } from './plan.ts';

/** More shows than these are only counted: a plan is to be read. */
const MOST_SHOWS = 10;

/** What a sync does with what was recorded. */
export type CleanUpKind = 'delete' | 'trash' | 'keep';

/** Shows what a sync is about to do. */
export function showPlan(screen: Screen, folder: string, plan: Plan, kind: CleanUpKind): void {
  const { paint, columns } = screen;
  screen.say(paint.dim(truncate(folder, columns)));
  if (isEmpty(plan)) {
    screen.say('Nothing new to record.');
    return;
  }
  const { shows } = plan;
  if (plan.episodes > 0) {
    screen.say(
      `${paint.bold(counted(plan.episodes, 'episode'))} of ${counted(shows.length, 'show')}`,
    );
    sayShows(screen, shows);
  }
  const others: [number, string][] = [
    [plan.movies, 'movie'],
    [plan.youtube_videos, 'YouTube video'],
    [plan.spotify_episodes, 'podcast episode'],
  ];
  for (const [count, noun] of others) {
    if (count > 0) screen.say(paint.bold(counted(count, noun)));
  }
  screen.say(whatGoes(plan, kind));
}

function whatGoes(plan: Plan, kind: CleanUpKind): string {
  if (kind === 'keep') return 'Nothing will be removed.';
  const { bytes, finished_folders } = plan;
  const links = 'the links are taken out of watched.txt';
  const hasLinks = plan.youtube_videos + plan.spotify_episodes > 0;
  if (plan.episodes + plan.movies === 0) return `Once recorded, ${links}.`;

  const folders =
    finished_folders > 0 ? ` and ${counted(finished_folders, 'finished show folder')}` : '';
  const go = kind === 'trash' ? 'go to the trash' : 'are removed';
  const videos = `${prettyBytes(bytes)} of videos${folders} ${go}`;
  return `Once recorded, ${videos}${hasLinks ? `, and ${links}` : ''}.`;
}

function sayShows({ say, paint, columns }: Screen, shows: Plan['shows']): void {
  for (const { folder_name, episodes } of shows.slice(0, MOST_SHOWS)) {
    say(`  ${thousands(episodes).padStart(5)}  ${truncate(folder_name, columns - 9)}`);
  }
  const rest = shows.length - MOST_SHOWS;
  if (rest > 0) say(paint.dim(`         and ${counted(rest, 'more show')}`));
}
