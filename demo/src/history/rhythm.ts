import { chance } from '../chance.ts';
import { type DateBefore, isWithin, type Season } from './date-before.ts';
import { watchedDates, YEAR } from './watched-dates.ts';

/** A day before today on which something was watched. */
export interface Day {
  readonly daysAgo: number;
  /** About how long. */
  readonly minutes: number;
}

const HALF_YEAR = 180;
/** How many of the days of the last half year reach the goal of 60 minutes. */
const GOAL_DAYS = 90;
/** More than the goal, since a day that is filled with whole episodes often ends up shorter than planned. */
const GOAL_MINUTES = 62;
/** About as long as the shorter videos and podcast episodes. */
const LEAST_MINUTES = 12;
/** How long the learner took to become as keen as in the last half year. */
const FADE_DAYS = 90;

/** How much is watched a day, compared with other months, from January. */
const MONTHS = [0.85, 0.35, 0.65, 0.8, 0.9, 1.4, 1.3, 1.4, 1, 0.6, 0.9, 0.8];
const WEEKEND = 1.5;

const PEAK: Season = ['08-17', '08-31'];
const PEAK_MINUTES = { weekday: 165, weekend: 230 };

/**
 * The days before today on which the learner watched something, oldest first, `total` minutes in all. The seasons are
 * those of the calendar, whatever today is, but the learner has become keener.
 */
export function rhythm(now: Date, total: number): Day[] {
  const dates = watchedDates(now);
  const recentScale = scaleOfLastHalfYear(dates);
  const plans = dates.map((date) => {
    const recency = between(0, 1 - (date.daysAgo - HALF_YEAR) / FADE_DAYS, 1);
    const usual = usualMinutes(date);
    return (firstScale: number) => {
      const scale = recency * recentScale + (1 - recency) * firstScale;
      const planned = isInPeak(date) ? peakMinutes(date) : scale * usual;
      return { daysAgo: date.daysAgo, minutes: Math.max(LEAST_MINUTES, planned) };
    };
  });
  const daysWith = (firstScale: number) => plans.map((plan) => plan(firstScale));
  return daysWith(
    solve(
      (firstScale) => daysWith(firstScale).reduce((sum, { minutes }) => sum + minutes, 0),
      total,
      2 * recentScale,
    ),
  );
}

/** What turns usual minutes into real ones, so that as many days of the last half year as wanted reach the goal. */
function scaleOfLastHalfYear(dates: readonly DateBefore[]): number {
  const recent = dates.filter(({ daysAgo }) => daysAgo < HALF_YEAR);
  const others = recent.filter((date) => !isInPeak(date));
  const daysInPeak = recent.length - others.length;
  const ranked = others.map(usualMinutes).sort((a, b) => b - a);
  return GOAL_MINUTES / (ranked[GOAL_DAYS - daysInPeak - 1] ?? 1);
}

/** Where a growing function has this value, from 0 to `high`. */
function solve(grows: (at: number) => number, value: number, high: number): number {
  let [from, to] = [0, high];
  while (to - from > 0.01) {
    const middle = (from + to) / 2;
    [from, to] = grows(middle) < value ? [middle, to] : [from, middle];
  }
  return from;
}

const between = (least: number, value: number, most: number) =>
  Math.max(least, Math.min(most, value));

/** Only in comparison with other days. */
function usualMinutes(date: DateBefore): number {
  const month = MONTHS[date.month] ?? 1;
  // The exponent makes the differences smaller.
  return (month * keenness(date) * (date.isWeekend ? WEEKEND : 1) * mood(date)) ** 0.8;
}

const isInPeak = (date: DateBefore) => date.daysAgo < YEAR && isWithin(date, PEAK);

function peakMinutes(date: DateBefore): number {
  const minutes = date.isWeekend ? PEAK_MINUTES.weekend : PEAK_MINUTES.weekday;
  return minutes * Math.sqrt(keenness(date)) * mood(date);
}

/** Grows from the first days on. */
const keenness = ({ daysAgo }: DateBefore) => between(0.25, 1.15 - daysAgo / 700, 1);

const mood = ({ name }: DateBefore) => 0.55 + 0.9 * chance(`minutes ${name}`);
