import type { Progress } from '@immersion-tracker/contract';
import { DAY_MS } from './calendar.ts';

/** A calendar quarter. */
export interface Quarter {
  /** Its first day, as midnight UTC. */
  readonly start: Date;
  /** Whole hours watched in total by its end, or so far. */
  readonly hours: number;
  /** Hours watched in it: a difference of rounded totals, so it can be off by one. */
  readonly added: number;
  /** Whether it has not ended yet. */
  readonly running: boolean;
}

const FIRST_MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];
const MONTHS_OF_A_QUARTER = 3;

/**
 * All quarters, in order. `today` is a calendar day as midnight UTC. The tracker labels a quarter by its first
 * month, such as `Jan 2026`; quarters with any other label are left out.
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

/** The first day after a quarter. */
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

/** A point of the curve: `at` runs from 0, the start of the first quarter, to 1, which is now. */
export interface CurvePoint {
  readonly at: number;
  readonly hours: number;
}

/** A quarter with its start and end on the curve, each from 0 to 1. */
export interface PlacedQuarter extends Quarter {
  readonly from: number;
  readonly to: number;
}

/**
 * The curve of total hours, on a scale of days. It starts at 0, passes through the total at the end of each
 * quarter, and stays level from the last quarter until now.
 */
export function curve(
  all: readonly Quarter[],
  today: Date,
): { readonly points: readonly CurvePoint[]; readonly placed: readonly PlacedQuarter[] } {
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return { points: [], placed: [] };

  const begin = first.start.getTime();
  // If the browser's clock is slow, today may be before the last quarter.
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
