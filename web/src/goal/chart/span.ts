import { dayNumber } from '../../days/days.ts';
import type { Goal, History } from '../../tracker/tracker.ts';

/** Both ends of the time axis, and today, in days since 1970-01-01. */
export interface Span {
  /** The day before the first record: the curve begins at zero hours. */
  readonly start: number;
  readonly today: number;
  readonly end: number;
}

/** The late date is far off if it is after this many times the wait for the likely one. */
const FAR_OFF = 3;
/** How much room is left after the last date, as a share of the whole axis. */
const MARGIN = 0.04;
/** The room for what is to come, as a share of the history, if nobody knows the date. */
const UNKNOWN = 1.2;
/** The room for the label of today if nothing is to come. */
const LABEL = 0.18;
/** A date of the learner is left out if it would make the axis this many times as long. */
const LONGEST = 3;

/** How long the time axis of a goal is. Without a goal, it ends shortly after today. */
export function spanOf(
  { days, today: date }: Pick<History, 'days' | 'today'>,
  goal: Goal | null,
  isReached: boolean,
): Span {
  const today = dayNumber(date);
  const start = Math.min(today, dayNumber(days[0]?.date ?? date)) - 1;
  const history = today - start;
  const end = today + Math.max(1, lengthAhead(today, history, goal, isReached));
  return { start, today, end };
}

function lengthAhead(
  today: number,
  history: number,
  goal: Goal | null,
  isReached: boolean,
): number {
  if (goal === null || goal.target_hours === null || isReached) return history * LABEL;
  const dated = goal.target_date === null ? today : dayNumber(goal.target_date);
  const forecast = goal.forecast === null ? undefined : forecastAhead(today, goal.forecast);
  const known = forecast ?? history * UNKNOWN;
  const shown = dated - today <= (history + known) * LONGEST - history ? dated - today : 0;
  const last = Math.max(known, shown);
  // The margin is a share of the whole axis, which the margin itself makes longer.
  return last + ((history + last) * MARGIN) / (1 - MARGIN);
}

function forecastAhead(today: number, { likely, late }: NonNullable<Goal['forecast']>): number {
  const wait = Math.max(1, dayNumber(likely) - today);
  const longest = late === null ? Number.POSITIVE_INFINITY : dayNumber(late) - today;
  return Math.min(longest, wait * FAR_OFF);
}
