import { FORECAST_FROM_DAYS } from '@immersion-tracker/contract';
import type { LedgerDay } from './ledger.ts';

/** In days: 4, 8, 16, 32 and 52 weeks. Recent weeks are in most of them, so they count most. */
const WINDOWS = [28, 56, 112, 224, 364];

/**
 * The minutes of each day from the first with a record to yesterday, oldest first; 0 for days without
 * a record. Today is left out, since it is not over. `days` are oldest first.
 */
export function minutesUntilYesterday(
  days: readonly Pick<LedgerDay, 'number' | 'seconds'>[],
  today: number,
): number[] {
  const first = days[0]?.number ?? today;
  const minutes = new Array<number>(Math.max(0, today - first)).fill(0);
  for (const { number, seconds } of days) {
    if (number < today) minutes[number - first] = seconds / 60;
  }
  return minutes;
}

/**
 * The pace of a history in minutes a day: the average of what was watched a day in the last 4, 8, 16,
 * 32 and 52 weeks, each of them at most as long as the history. Null if the history is shorter than 28
 * days. `minutes` are those of each day, oldest first.
 */
export function pace(minutes: readonly number[]): number | null {
  if (minutes.length < FORECAST_FROM_DAYS) return null;
  return mean(WINDOWS.map((days) => mean(minutes.slice(-days))));
}

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

export const mean = (values: readonly number[]): number => sum(values) / values.length;
