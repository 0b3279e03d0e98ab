import { FORECAST_FROM_DAYS } from '@immersion-tracker/contract';
import { dayNumber, daysAfter, totalSeconds, WEEKS_FROM_DAYS } from '../days/days.ts';
import type { Formats } from '../text/formats.ts';
import type { History } from '../tracker/tracker.ts';

export interface Coming {
  readonly what: string;
  /** Such as `Tomorrow`, or a condition. */
  readonly when: string;
  /** Whether a goal has to be set for it. */
  readonly needsGoal?: boolean;
}

/** What a new learner's dashboard does not show yet, and when it will. */
export function comingUp(history: History, { longDay }: Pick<Formats, 'longDay'>): Coming[] {
  const { days, today, streak, goal } = history;
  const first = days[0]?.date ?? today;
  const isToCome = (after: number) => dayNumber(today) < dayNumber(first) + after;
  const dayAfter = (after: number) => longDay(daysAfter(first, after));
  const coming: Coming[] = [];
  if (streak.longest_days < 2 && isToCome(FORECAST_FROM_DAYS)) {
    const isWatched = days.some(({ date }) => date === today);
    const canBeToday = streak.current_days > 0 && !isWatched;
    coming.push({ what: 'A streak', when: canBeToday ? 'Today' : 'Tomorrow' });
  }
  if (isToCome(WEEKS_FROM_DAYS)) {
    coming.push({ what: 'Your weeks side by side', when: dayAfter(WEEKS_FROM_DAYS) });
  }
  const target = goal?.target_hours ?? null;
  const isReached = target !== null && totalSeconds(days) >= target * 3600;
  if (isToCome(FORECAST_FROM_DAYS) && !isReached) {
    const what = 'The date you will reach your goal';
    const when = dayAfter(FORECAST_FROM_DAYS);
    coming.push({ what, when, needsGoal: target === null });
  }
  return coming;
}
