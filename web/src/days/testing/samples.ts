import { type HistoryDay, mediaKinds } from '@immersion-tracker/contract';
import type { History } from '../../tracker/tracker.ts';

/** A day with only these figures. */
export function historyDay(date: string, figures: Partial<HistoryDay> = {}): HistoryDay {
  const zeros = mediaKinds.flatMap(({ id }) => [
    [`${id}_seconds`, 0],
    [`${id}_records`, 0],
  ]);
  return { ...Object.fromEntries(zeros), ...figures, date };
}

/** A history without any day. */
export const noHistory: History = {
  time_zone: 'Pacific/Auckland',
  day_starts_at_hour: 0,
  today: '2026-11-27',
  days: [],
  streak: { current_days: 0, current_since: null, longest_days: 0 },
  guessed_seconds: 0,
  goal: null,
};

/** A goal of which nothing is set. */
export const noGoal: NonNullable<History['goal']> = {
  daily_goal_minutes: null,
  target_hours: null,
  target_date: null,
  hours_so_far: 0,
  minutes_today: 0,
  minutes_a_day_needed: null,
  pace_minutes: null,
  forecast: null,
};

/** A text with plain spaces. */
export const seen = (text: string): string => text.replace(/\s/g, ' ');
