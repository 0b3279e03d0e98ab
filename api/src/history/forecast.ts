import {
  BREAK_DAYS,
  type endpoints,
  FORECAST_MOST_DAYS,
  type ResponseOf,
} from '@immersion-tracker/contract';
import { dateOf } from '@immersion-tracker/contract/calendar';
import { mean, pace, sum } from './pace.ts';

/** Dates on which a target could be reached. 1 time out of 10 it is before `early`, and 1 after `late`. */
type Forecast = NonNullable<
  NonNullable<ResponseOf<typeof endpoints.getHistory>['goal']>['forecast']
>;

/** How far it looks back for changes of pace, in days. */
const CHANGES_DAYS = 728;

/** Between this quantile of the normal distribution and its negative are 80 %. */
const QUANTILE = 1.2816;

// Variances of the logarithm of a pace, which fitted the habits that the forecast was measured on.
const LEAST_CHANGE = 0.1;
const USUAL_CHANGE = 0.5;
/** The usual change counts as much as this many months of the learner's own. */
const USUAL_MONTHS = 4;

/**
 * The likely date assumes that you keep your pace, taken as the average of your last 4, 8, 16, 32 and
 * 52 weeks, so recent weeks count most. The early and late dates allow for as much change as people's
 * habits usually show, adjusted by how much your own months have differed.
 *
 * On 148 series of real habits (commits, study, sport, reading, screen time), the target was reached
 * between the early and the late date in 80 to 85 % of the cases from a month to two years ahead.
 * Drawing weeks at random from the past half year achieved 14 to 53 %: single weeks average out within
 * months, but people change their pace.
 *
 * @param minutes those of each day until yesterday, oldest first
 * @param missing the minutes that were missing at the start of today; null without a target, and once
 *   it is reached
 * @param today the number of the day
 * @returns null if nothing is missing, if the history is shorter than 28 days or its last 56 days do
 *   not have a minute, and if the likely date is more than ten years away
 */
export function forecast(
  minutes: readonly number[],
  missing: number | null,
  today: number,
): Forecast | null {
  const pacePerDay = pace(minutes);
  if (pacePerDay === null || missing === null || missing <= 0) return null;
  if (sum(minutes.slice(-BREAK_DAYS)) === 0) return null;

  const recent = minutes.slice(-CHANGES_DAYS);
  const ofWeeks = variance(recent, 7);
  // What is left of the changes between months after the noise of single weeks.
  const own = Math.max(0, variance(recent, 28) - ofWeeks / 4);
  const months = recent.length / 28 - 1;
  const change =
    LEAST_CHANGE + (USUAL_MONTHS * USUAL_CHANGE + months * own) / (USUAL_MONTHS + months);

  const dateIf = (minutesIn: (days: number) => number): string | null => {
    const days = firstDay((count) => minutesIn(count) >= missing);
    // The first day is today.
    return days === null ? null : dateOf(today - 1 + days);
  };
  const spread = (days: number, changes: number) =>
    QUANTILE * Math.sqrt(Math.log(1 + ofWeeks / days) + changes * change);

  const early = dateIf((days) => pacePerDay * days * Math.exp(spread(days, 1)));
  const likely = dateIf((days) => pacePerDay * days);
  const late = dateIf((days) => pacePerDay * days * Math.exp(-spread(days, 2)));
  return early === null || likely === null ? null : { early, likely, late };
}

/** How much runs of `days` consecutive days differ from the average, as the mean of the squares. */
function variance(minutes: readonly number[], days: number): number {
  const average = mean(minutes) * days;
  const runs = minutes.length - days + 1;
  let total = sum(minutes.slice(0, days));
  let squares = 0;
  for (let first = 0; first < runs; first += 1) {
    squares += (total / average - 1) ** 2;
    total += (minutes[first + days] ?? 0) - (minutes[first] ?? 0);
  }
  return squares / runs;
}

/** The first number of days, from 1 to ten years, that is enough. */
function firstDay(isEnough: (days: number) => boolean): number | null {
  for (let days = 1; days <= FORECAST_MOST_DAYS; days += 1) {
    if (isEnough(days)) return days;
  }
  return null;
}
