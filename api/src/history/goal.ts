import type { Day } from '../calendar/calendar.ts';
import { dayNumberOf } from '../calendar/dates.ts';
import { type Forecast, forecast } from './forecast.ts';
import type { LedgerDay } from './ledger.ts';
import { minutesUntilYesterday, pace, sum } from './pace.ts';

/** What a learner wants to reach; null where nothing is set. */
export interface GoalSettings {
  readonly daily_goal_minutes: number | null;
  readonly target_hours: number | null;
  /** `YYYY-MM-DD` */
  readonly target_date: string | null;
}

/** The `goal` of `GET /history`. */
export interface Goal extends GoalSettings {
  /** Whole hours, of all records. */
  readonly hours_so_far: number;
  /** Whole minutes. */
  readonly minutes_today: number;
  /**
   * What was missing at the start of today, spread over the days from today to the target date, both
   * included. Null unless both targets are set, after the target date, and once the target is reached.
   */
  readonly minutes_a_day_needed: number | null;
  /** See `pace`. */
  readonly pace_minutes: number | null;
  readonly forecast: Forecast | null;
}

/**
 * How close a learner is to the goal, from the days with a record, oldest first. Null if
 * nothing is set.
 */
export function goal(
  { daily_goal_minutes, target_hours, target_date }: GoalSettings,
  days: readonly Pick<LedgerDay, 'number' | 'seconds'>[],
  today: Pick<Day, 'number'>,
): Goal | null {
  if (daily_goal_minutes === null && target_hours === null && target_date === null) return null;

  const secondsIf = (counts: (number: number) => boolean) =>
    sum(days.filter(({ number }) => counts(number)).map(({ seconds }) => seconds));
  const seconds = secondsIf(() => true);
  const secondsBefore = secondsIf((number) => number < today.number);
  const secondsToday = secondsIf((number) => number === today.number);

  const isOpen = target_hours !== null && seconds < target_hours * 3600;
  const missing = isOpen ? (target_hours * 3600 - secondsBefore) / 60 : null;
  const minutes = minutesUntilYesterday(days, today.number);

  return {
    ...{ daily_goal_minutes, target_hours, target_date },
    hours_so_far: Math.floor(seconds / 3600),
    minutes_today: Math.floor(secondsToday / 60),
    minutes_a_day_needed: minutesNeeded(missing, target_date, today.number),
    pace_minutes: pace(minutes),
    forecast: forecast(minutes, missing, today.number),
  };
}

function minutesNeeded(missing: number | null, targetDate: string | null, today: number) {
  const lastDay = targetDate === null ? undefined : dayNumberOf(targetDate);
  if (missing === null || lastDay === undefined || lastDay < today) return null;
  return missing / (lastDay - today + 1);
}
