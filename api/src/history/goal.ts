import type { endpoints, ResponseOf } from '@immersion-tracker/contract';
import type { Day } from '@immersion-tracker/contract/calendar';
import { dayNumberOf } from '@immersion-tracker/contract/calendar';
import { forecast } from './forecast.ts';
import type { LedgerDay } from './ledger.ts';
import { minutesUntilYesterday, pace, sum } from './pace.ts';

type Goal = NonNullable<ResponseOf<typeof endpoints.getHistory>['goal']>;

/** What a learner wants to reach. Null means that it is not set. */
export type GoalSettings = Pick<Goal, 'daily_goal_minutes' | 'target_hours' | 'target_date'>;

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

/**
 * The missing minutes, spread over the days from today to the target date, both included. Null if
 * nothing is missing or no date is set, and after that date.
 */
function minutesNeeded(
  missing: number | null,
  targetDate: string | null,
  today: number,
): number | null {
  const lastDay = targetDate === null ? undefined : dayNumberOf(targetDate);
  if (missing === null || lastDay === undefined || lastDay < today) return null;
  return missing / (lastDay - today + 1);
}
