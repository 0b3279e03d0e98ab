import { secondsOfDay } from '@immersion-tracker/contract';
import { dayNumber } from '../days/days.ts';
import type { History } from '../tracker/tracker.ts';

/** The seconds from the first day to the end of this one, on which something was recorded. */
export interface GrowthDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly seconds: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const known = new WeakMap<object, readonly GrowthDay[]>();

/**
 * How the total grew, on each day with a record. Days after today, which a wrong clock may cause, count as today.
 * Remembered, since every part of the card needs it and a history may be long.
 */
export function growthOf(history: Pick<History, 'days' | 'today'>): readonly GrowthDay[] {
  const growth = known.get(history) ?? grow(history);
  known.set(history, growth);
  return growth;
}

function grow({ days, today }: Pick<History, 'days' | 'today'>): readonly GrowthDay[] {
  const last = dayNumber(today);
  const growth: GrowthDay[] = [];
  let seconds = 0;
  for (const one of days) {
    // Faster than `dayNumber`, which checks what the tracker's answer was already checked for.
    const day = Math.min(Date.parse(one.date) / DAY_MS, last);
    seconds += secondsOfDay(one);
    if (growth.at(-1)?.day === day) growth.pop();
    growth.push({ day, seconds });
  }
  return growth;
}

/** The seconds so far. */
export const totalOf = (growth: readonly GrowthDay[]): number => growth.at(-1)?.seconds ?? 0;
