import type { Progress } from '@immersion-tracker/contract';
import { DAY_MS } from './calendar.ts';

/** A calendar quarter with the hours watched until its end, or until now. */
export interface Quarter {
  /** Its first day, as midnight UTC. */
  readonly start: Date;
  readonly hours: number;
  /** Hours watched in it. Differences of whole hours, so one more or less than was really watched. */
  readonly added: number;
  /** Whether it has not ended yet. */
  readonly running: boolean;
}

const FIRST_MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];
const MONTHS_OF_A_QUARTER = 3;

/**
 * The quarters of all time, in order. `today` is a calendar day as midnight UTC. The tracker labels a
 * quarter by its first month; one whose label is something else is left out.
 */
export function quarters(
  { all_time_progress }: Pick<Progress, 'all_time_progress'>,
  today: Date,
): Quarter[] {
  return all_time_progress.flatMap(({ label, cumulative_hours: hours }, index) => {
    const start = startOf(label);
    if (start === undefined) return [];
    const added = hours - (all_time_progress[index - 1]?.cumulative_hours ?? 0);
    return [{ start, hours, added, running: endOf(start) > today }];
  });
}

/** The first day of a quarter's last month. */
export const lastMonth = ({ start }: Pick<Quarter, 'start'>): Date =>
  monthsAfter(start, MONTHS_OF_A_QUARTER - 1);

/** The day after a quarter's last one. */
const endOf = (start: Date): Date => monthsAfter(start, MONTHS_OF_A_QUARTER);

const monthsAfter = (day: Date, months: number): Date =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months));

function startOf(label: string): Date | undefined {
  const [, name = '', year] = /^([A-Z][a-z]{2}) (\d{4})$/.exec(label) ?? [];
  const quarter = FIRST_MONTHS.indexOf(name);
  return quarter === -1
    ? undefined
    : new Date(Date.UTC(Number(year), quarter * MONTHS_OF_A_QUARTER));
}

/** A point of the curve of all time: `at` is from 0, where the first quarter begins, to 1, which is now. */
export interface CurvePoint {
  readonly at: number;
  readonly hours: number;
}

/** A quarter, with where it begins and ends on the curve. */
export interface PlacedQuarter extends Quarter {
  readonly from: number;
  readonly to: number;
}

/**
 * The curve of all time on a true scale of days: from 0 hours through what was reached at the end of each
 * quarter to now, and level since the last quarter in which something was watched.
 */
export function curve(
  all: readonly Quarter[],
  today: Date,
): { readonly points: readonly CurvePoint[]; readonly placed: readonly PlacedQuarter[] } {
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return { points: [], placed: [] };

  const begin = first.start.getTime();
  // A browser whose clock is wrong may think itself before what it is told of.
  const now = Math.max(today.getTime(), last.start.getTime() + DAY_MS);
  const place = (moment: number) => Math.min(1, (moment - begin) / (now - begin));
  const placed = all.map((quarter) => ({
    ...quarter,
    from: place(quarter.start.getTime()),
    to: place(endOf(quarter.start).getTime()),
  }));
  const points = [{ at: 0, hours: 0 }, ...placed.map(({ to, hours }) => ({ at: to, hours }))];
  const level = (points.at(-1)?.at ?? 1) < 1 ? [{ at: 1, hours: last.hours }] : [];
  return { points: [...points, ...level], placed };
}
