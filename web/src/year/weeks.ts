import { byKind, type HistoryDay } from '@immersion-tracker/contract';
import { dayNumber, type KindSums } from '../days/days.ts';

const WEEK = 7;

/**
 * The seconds a day in each week from `first` to `last`, which begin on `first`. The last week has up to 13 days,
 * since a day or two would not say much about a week.
 */
export function weeksOf(
  days: readonly HistoryDay[],
  first: string,
  last: string,
): readonly KindSums[] {
  const start = dayNumber(first);
  const length = dayNumber(last) - start + 1;
  const count = Math.max(1, Math.floor(length / WEEK));
  const sums = Array.from({ length: count }, () => byKind((): number => 0));
  return days.reduce<KindSums[]>((weeks, day) => {
    const index = Math.min(count - 1, Math.floor((dayNumber(day.date) - start) / WEEK));
    const week = weeks[index];
    const size = index === count - 1 ? length - index * WEEK : WEEK;
    if (week) weeks[index] = byKind(({ id }) => week[id] + day[`${id}_seconds`] / size);
    return weeks;
  }, sums);
}
