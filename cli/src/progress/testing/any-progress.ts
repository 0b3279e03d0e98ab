import {
  byKind,
  type KindFigures,
  type KindId,
  type Progress,
  writeFigures,
} from '@immersion-tracker/contract';
import fc from 'fast-check';
import { anyText } from '../../text/testing/any-text.ts';

/** The figures of the given kinds. All other kinds have none. */
export const ofKinds = (figures: Partial<Record<KindId, Partial<KindFigures>>>) =>
  writeFigures(byKind(({ id }) => ({ watched: 0, watchedToday: 0, groups: [], ...figures[id] })));

/** The progress of a learner who has not watched anything yet. */
export const nothing: Progress = {
  ...ofKinds({}),
  total_hours_watched: 0,
  days_since_first_episode: 0,
  weekly_trend_percentage: null,
  daily_activity: lastDays(0, 0, 0, 0, 0, 0, 0),
  all_time_progress: [],
};

/** Daily activity from minutes per day. The last day is today. */
export function lastDays(...minutes: readonly number[]): Progress['daily_activity'] {
  return minutes.map((minutes_watched, index) => ({
    days_ago: minutes.length - 1 - index,
    minutes_watched,
  }));
}

/** Quarters from cumulative hours. The first quarter starts in January 2021. */
export function quarters(...hours: readonly number[]): Progress['all_time_progress'] {
  return hours.map((cumulative_hours, index) => ({
    label: `${['Jan', 'Apr', 'Jul', 'Oct'][index % 4]} ${2021 + Math.floor(index / 4)}`,
    cumulative_hours,
  }));
}

/** Counts that a learner may reach in a life. */
const usualCount = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 100_000 }));
const anyCount = fc.oneof(usualCount, fc.maxSafeNat());

const figuresOf = (count: fc.Arbitrary<number>): fc.Arbitrary<Record<KindId, KindFigures>> =>
  fc.record(
    byKind(({ progress }) => {
      const group = fc.record({
        id: progress.idSchema().safeParse(null).success ? fc.option(anyText) : anyText,
        name: fc.option(anyText),
        artworkUrl: fc.constant(null),
        watched: progress.count === null ? fc.constant(undefined) : count,
      });
      return fc.record({
        watched: count,
        watchedToday: count,
        groups: fc.array(group, { maxLength: 15 }),
      });
    }),
  );

const sharedOf = (count: fc.Arbitrary<number>) =>
  fc.record({
    total_hours_watched: count,
    days_since_first_episode: count,
    weekly_trend_percentage: fc.option(
      fc.oneof(
        fc.double({ min: -100, max: 1000, noNaN: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
    ),
    daily_activity: fc.oneof(
      fc.array(count, { minLength: 7, maxLength: 7 }).map((minutes) => lastDays(...minutes)),
      fc.array(fc.record({ days_ago: count, minutes_watched: count })),
    ),
    all_time_progress: fc.oneof(
      fc.array(fc.nat({ max: 300 }), { maxLength: 200, size: 'max' }).map(cumulated),
      fc.array(fc.record({ label: anyText, cumulative_hours: count })),
    ),
  });

const progressOf = (count: fc.Arbitrary<number>): fc.Arbitrary<Progress> =>
  fc
    .tuple(figuresOf(count), sharedOf(count))
    .map(([figures, shared]) => ({ ...writeFigures(figures), ...shared }));

/** Any response that fits the contract, including ones that the tracker would never give. */
export const anyProgress = progressOf(anyCount);

/** The same with numbers for which every terminal has room. */
export const usualProgress = progressOf(usualCount);

function cumulated(hours: readonly number[]): Progress['all_time_progress'] {
  let sum = 0;
  return quarters(...hours.map((more) => (sum += more)));
}
