import { type HistoryDay, mediaKinds } from '@immersion-tracker/contract';
import { dateOf } from '@immersion-tracker/contract/calendar';
import fc from 'fast-check';
import { dayNumber } from '../../days/date-words.ts';
import type { Goal, History } from '../history.ts';

/** A Wednesday. */
export const TODAY = '2026-11-25';

/** Days with an episode, from minutes by date, oldest first. */
export function daysWith(minutes: Readonly<Record<string, number>>): HistoryDay[] {
  return Object.entries(minutes).map(([date, watched]) => dayOf(date, watched * 60));
}

/** The last days until `today`, from minutes per day, the last of which is today's. */
export function daysUntil(today: string, ...minutes: readonly number[]): HistoryDay[] {
  const first = dayNumber(today) - minutes.length + 1;
  return minutes.map((watched, index) => dayOf(dateOf(first + index), watched * 60));
}

function dayOf(date: string, episode_seconds: number): HistoryDay {
  return {
    date,
    ...{ episode_seconds, movie_seconds: 0, youtube_video_seconds: 0, spotify_episode_seconds: 0 },
    ...{ episode_records: 1, movie_records: 0, youtube_video_records: 0 },
    spotify_episode_records: 0,
  };
}

/** The history of a learner who has not watched anything yet. */
export const noHistory: History = {
  ...{ time_zone: 'Europe/Berlin', day_starts_at_hour: 0, today: TODAY, days: [] },
  streak: { current_days: 0, current_since: null, longest_days: 0 },
  ...{ guessed_seconds: 0, goal: null },
};

export const noGoal: Goal = {
  ...{ daily_goal_minutes: null, target_hours: null, target_date: null, hours_so_far: 0 },
  ...{ minutes_today: 0, minutes_a_day_needed: null, pace_minutes: null, forecast: null },
};

const anyDay = fc.integer({ min: dayNumber('1970-01-01'), max: dayNumber('2200-01-01') });
const anyDate = anyDay.map(dateOf);
const anyMinutes = fc.oneof(
  fc.integer({ min: 1, max: 1440 }),
  fc.double({ min: 0, max: 4000, noNaN: true }),
);
const anyDays = fc.nat({ max: 4000 });

const anyGoal: fc.Arbitrary<Goal> = fc.record({
  daily_goal_minutes: fc.option(fc.integer({ min: 1, max: 1440 })),
  target_hours: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  target_date: fc.option(anyDate),
  hours_so_far: fc.nat({ max: 100_000 }),
  minutes_today: fc.nat({ max: 2000 }),
  minutes_a_day_needed: fc.option(anyMinutes),
  pace_minutes: fc.option(anyMinutes),
  forecast: fc.option(fc.record({ early: anyDate, likely: anyDate, late: fc.option(anyDate) })),
});

/** Any response that fits the contract, including ones that the tracker would never give. */
export const anyHistory: fc.Arbitrary<History> = fc
  .record({
    today: anyDay,
    // Days from today, a few of which may be after it if clocks differ.
    days: fc.uniqueArray(fc.integer({ min: -250, max: 2 }), { maxLength: 40 }),
    seconds: fc.array(fc.nat({ max: 100_000 }), { minLength: mediaKinds.length, maxLength: 9 }),
    streak: fc.record({
      current_days: anyDays,
      current_since: fc.option(anyDate),
      longest_days: anyDays,
    }),
    guessed_seconds: fc.nat({ max: 10_000_000 }),
    goal: fc.option(anyGoal),
  })
  .map(({ today, days, seconds, ...rest }) => ({
    ...noHistory,
    ...rest,
    today: dateOf(today),
    days: days
      .toSorted((a, b) => a - b)
      .map((day, index) => dayOf(dateOf(today + day), seconds[index % seconds.length] ?? 0)),
  }));
