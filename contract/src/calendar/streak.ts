import type { Day } from './calendar.ts';

/** As `GET /history` answers it. */
export interface Streak {
  readonly current_days: number;
  /** The first of the current days; null if there is none. */
  readonly current_since: string | null;
  readonly longest_days: number;
}

/**
 * The streaks of `days`, the days with a record, oldest first. A streak goes on if it ends today or
 * yesterday, since today is not over. Days that have not begun yet do not count.
 */
export function streak(
  days: readonly Pick<Day, 'date' | 'start' | 'end'>[],
  today: Pick<Day, 'start'>,
): Streak {
  let length = 0;
  let since: string | null = null;
  let end = Number.NEGATIVE_INFINITY;
  let longest = 0;
  for (const day of days) {
    if (day.start > today.start) break;
    // Not compared by date, since a time zone can skip a date.
    const continues = day.start === end;
    length = continues ? length + 1 : 1;
    since = continues ? since : day.date;
    end = day.end;
    longest = Math.max(longest, length);
  }
  const goesOn = end >= today.start;
  return {
    current_days: goesOn ? length : 0,
    current_since: goesOn ? since : null,
    longest_days: longest,
  };
}
