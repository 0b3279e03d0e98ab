/** Whole days of history that a trend requires. */
const LEAST_DAYS = 14;

/**
 * How much the last 7 x 24 hours differ from the average week, in percent, unrounded. Null if the
 * history is too short, or if nothing has a duration.
 */
export function weeklyTrend(
  days: number,
  lastWeekSeconds: number,
  totalSeconds: number,
): number | null {
  const lastWeekMinutes = Math.floor(lastWeekSeconds / 60);
  const totalMinutes = Math.floor(totalSeconds / 60);
  if (days < LEAST_DAYS || totalMinutes === 0) return null;
  const averageWeekMinutes = (totalMinutes / days) * 7;
  return ((lastWeekMinutes - averageWeekMinutes) / averageWeekMinutes) * 100;
}
