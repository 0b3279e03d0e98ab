import { daysAfter } from '../../days/days.ts';
import type { WatchedRecord } from '../../tracker/tracker.ts';

/** A day on which something was watched. */
export interface CurveDay {
  readonly date: string;
  readonly seconds: number;
  /** Of all days up to this one. */
  readonly total: number;
}

export interface Curve {
  /** In order, the first one with the first record. */
  readonly days: readonly CurveDay[];
  /** Where the line ends: on the last day, or today if that day is not long ago. */
  readonly end: string;
}

/** Fewer days do not make a curve. */
const FEWEST_DAYS = 3;
/** After this many days, a show counts as left or finished, and its line ends. */
const LEFT_AFTER_DAYS = 28;

/** The hours with a show, day by day; undefined as long as there is not much to see. */
export function curveOf(
  records: readonly Pick<WatchedRecord, 'watched_at' | 'duration'>[],
  dayAt: (moment: number) => string,
  today: string,
): Curve | undefined {
  const byDate = new Map<string, number>();
  for (const { watched_at, duration } of records) {
    const date = dayAt(watched_at);
    byDate.set(date, (byDate.get(date) ?? 0) + (duration ?? 0));
  }
  let total = 0;
  const days = [...byDate]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, seconds]) => {
      total += seconds;
      return { date, seconds, total };
    });
  const last = days.at(-1)?.date;
  if (last === undefined || days.length < FEWEST_DAYS || total === 0) return undefined;
  const isRecent = last < today && daysAfter(last, LEFT_AFTER_DAYS) > today;
  return { days, end: isRecent ? today : last };
}

/** Without the points that others hide: of those that share half a pixel, the last. */
export const thinned = (
  points: readonly (readonly [x: number, y: number])[],
): [number, number][] => [
  ...new Map(points.map(([x, y]) => [Math.round(x * 2), [x, y] as [number, number]])).values(),
];
