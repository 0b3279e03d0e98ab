import {
  counted,
  durationInWords,
  mediaKinds,
  type Progress,
  readFigures,
} from '@immersion-tracker/contract';
import type { Paint } from '../text/paint.ts';
import { dailyGauge, dailyNotes } from './goal/daily-goal.ts';
import { dotted, heading, INDENT, indented } from './section.ts';

/** What was watched today, of the daily goal if there is one. Leaves out kinds without a record of today. */
export function today(
  progress: Progress,
  dailyGoal: number | null,
  columns: number,
  paint: Paint,
): string[] {
  const day = progress.daily_activity.find(({ days_ago }) => days_ago === 0);
  const minutes = day?.minutes_watched ?? 0;
  const figures = readFigures(progress);
  const counts = mediaKinds
    .filter(({ id }) => figures[id].watchedToday > 0)
    .map(({ id, nouns }) => counted(figures[id].watchedToday, nouns.record));
  const lines = dotted(counts, columns - INDENT.length, paint).map(indented);
  if (dailyGoal !== null) {
    const notes = dailyNotes(minutes, dailyGoal, paint);
    const gauge = dailyGauge(minutes, dailyGoal, columns, paint);
    return [...heading('Today', notes, columns, paint), gauge, ...lines];
  }
  // Records without a known length add no minutes. `0 min` would look as if nothing was watched.
  const nothing = counts.length === 0 ? [paint.dim('nothing yet')] : [];
  const notes = minutes === 0 ? nothing : [paint.accent(durationInWords(minutes))];
  return [...heading('Today', notes, columns, paint), ...lines];
}
