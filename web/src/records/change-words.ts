import { dateName, isInLastWeek } from '../days/day-names.ts';
import { dayOf } from '../days/day-of.ts';
import type { Formats } from '../text/formats.ts';
import { lengthWords } from '../text/length-words.ts';
import type { History, WatchedRecord } from '../tracker/tracker.ts';
import { correctHistory } from './corrections.ts';

/** What moving a record to another time will change. */
export function changeWords(
  history: History,
  record: WatchedRecord,
  to: number,
  formats: Formats,
): string {
  const before = dayOf(record.watched_at, history);
  const after = dayOf(to, history);
  const named = (date: string) => nameOf(date, history.today, formats);
  const corrected = correctHistory(history, { type: 'move', record, to });
  const change =
    before === after
      ? `Stays on ${named(before)}.`
      : `Moves ${lengthOf(record, formats)} from ${named(before)} to ${named(after)}.`;
  const streak = streakWords(history.streak.current_days, corrected.streak.current_days, formats);
  return [change, streak].filter(Boolean).join(' ');
}

function lengthOf({ duration, duration_source }: WatchedRecord, formats: Formats): string {
  if (duration === null || duration < 60) return 'it';
  return lengthWords(duration, duration_source === 'guess', formats);
}

/** A weekday if it is clear which one, else a date. */
function nameOf(date: string, today: string, formats: Formats): string {
  return isInLastWeek(date, today) ? formats.longWeekday(date) : dateName(date, today, formats);
}

function streakWords(before: number, after: number, { counted }: Formats): string {
  const days = counted(after, 'day');
  if (before === after) return before === 0 ? '' : `Your streak stays at ${days}.`;
  if (after === 0) return 'Your streak ends.';
  if (before === 0) return `This makes a streak of ${days}.`;
  return after > before ? `Your streak grows to ${days}.` : `Your streak becomes ${days}.`;
}
