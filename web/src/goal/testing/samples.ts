import { daysAfter } from '../../days/days.ts';
import { historyDay, noGoal, noHistory } from '../../days/testing/samples.ts';
import type { Goal, History } from '../../tracker/tracker.ts';

export const TODAY = noHistory.today;

/** A history whose last day is today, from the minutes of each day. Days of 0 minutes have no record. */
export function historyOf(minutes: readonly number[], goal?: Partial<Goal>): History {
  const first = daysAfter(TODAY, 1 - minutes.length);
  const days = minutes.flatMap((count, index) =>
    count === 0
      ? []
      : [historyDay(daysAfter(first, index), { episode_seconds: count * 60, episode_records: 1 })],
  );
  return { ...noHistory, days, goal: goal === undefined ? null : { ...noGoal, ...goal } };
}

export const forecast = { early: '2027-08-05', likely: '2028-03-14', late: '2030-01-15' };

/** A goal of 1,000 hours with a pace and a forecast. */
export const thousand: Partial<Goal> = { target_hours: 1000, pace_minutes: 61.4, forecast };

/** The same minutes every day. */
export const daily = (minutes: number, days: number): number[] => Array(days).fill(minutes);
