import { COMMAND } from '../text/command-name.ts';
import { flow, wrap } from '../text/flow.ts';
import type { Paint } from '../text/paint.ts';
import type { Progress } from './progress.ts';
import { INDENT, indented } from './section.ts';

/** For someone who has not begun: what to do first. */
export function welcome(columns: number, paint: Paint): string[] {
  const title = 'Nothing watched yet: your first hour is ahead.';
  const advice = [
    ...'Put an episode that you have watched into'.split(' '),
    paint.accent('shows/<show>/watched/'),
    ...'of your media folder, and run there:'.split(' '),
  ];
  return [
    ...wrap(title, columns).map((line) => paint.bold(line)),
    '',
    ...flow(advice, columns - INDENT.length).map(indented),
    '',
    indented(indented(paint.accent(`${COMMAND} sync`))),
  ];
}

/** Whether nothing at all was ever recorded. */
export function isEmpty(progress: Progress): boolean {
  const counts = [
    progress.total_hours_watched,
    progress.total_episodes_watched,
    progress.total_movies_watched,
    progress.youtube_videos_watched,
    progress.spotify_episodes_watched,
  ];
  const lists = [
    progress.all_time_progress,
    progress.shows,
    progress.movies,
    progress.youtube_channels,
    progress.spotify_shows,
  ];
  return counts.every((count) => count === 0) && lists.every((list) => list.length === 0);
}
