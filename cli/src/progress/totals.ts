import {
  counted,
  durationInWords,
  mediaKinds,
  type Progress,
  readFigures,
} from '@immersion-tracker/contract';
import { dateInWords } from '../days/date-words.ts';
import type { Paint } from '../text/paint.ts';
import { type History, totalSeconds } from './history.ts';
import { dotted, INDENT, indented, spread } from './section.ts';

/** Everything that was ever watched. */
export function totals(
  progress: Progress,
  history: History | undefined,
  columns: number,
  paint: Paint,
): string[] {
  const days = progress.days_since_first_episode;
  const sum = paint.bold(paint.accent(total(progress, history)));
  const since = days === 0 ? 'on your first day' : sinceInWords(days, history);
  const figures = readFigures(progress);
  const counts = mediaKinds.map(({ id, nouns }) => counted(figures[id].watched, nouns.record));
  return [
    ...spread([sum, paint.bold(since)], columns, ' '),
    ...dotted(counts, columns - INDENT.length, paint).map(indented),
  ];
}

/** Since the first day with a record, if the tracker knows it. */
function sinceInWords(days: number, history: History | undefined): string {
  const first = history?.days[0]?.date;
  return first === undefined ? `in ${counted(days, 'day')}` : `since ${dateInWords(first)}`;
}

/** Whole hours. Minutes before the first hour, since `0 hours` would look as if nothing counted. */
function total(progress: Progress, history: History | undefined): string {
  if (progress.total_hours_watched > 0) return counted(progress.total_hours_watched, 'hour');
  const minutes =
    history === undefined
      ? progress.daily_activity.reduce((sum, { minutes_watched }) => sum + minutes_watched, 0)
      : Math.floor(totalSeconds(history.days) / 60);
  return minutes === 0 ? counted(0, 'hour') : durationInWords(minutes);
}
