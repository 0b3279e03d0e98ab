import { chance } from '../chance.ts';

/** A day before today on which something was watched. */
export interface Day {
  readonly daysAgo: number;
  /** About how long. */
  readonly minutes: number;
}

/** Days ago: twenty months. */
const FIRST_DAY = 604;
const YEAR = 365;
const HALF_YEAR = 180;

/** Days with something, of the last 365 with today, and of those before. */
const DAYS_OF_LAST_YEAR = 277;
const DAYS_BEFORE = 100;

/** Days of the current streak, with today. */
const STREAK = 12;
/** Other streaks are shorter than this, except the longest. */
const BREAK_EVERY = 19;

/** About as many of the last 180 days reach the goal of 60 minutes. */
const GOAL_DAYS = 90;
/** A few more than the goal, since many a day ends up a little shorter than planned. */
const GOAL_MINUTES = 62;
/** About as long as the shortest videos and podcast episodes. */
const LEAST_MINUTES = 12;
/** How many days it took the learner to become as keen as in the last half year. */
const FADE_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How much is watched a day, and how likely a day is to be empty, from January. */
const MONTHS = [
  [0.85, 1.2],
  [0.35, 3.5],
  [0.65, 1.6],
  [0.8, 1],
  [0.9, 0.9],
  [1.4, 0.7],
  [1.3, 0.6],
  [1.4, 0.4],
  [1, 0.8],
  [0.6, 1.5],
  [0.9, 0.9],
  [0.8, 1.2],
] as const;

// Parts of any year, from one month and day to another.
const HOLIDAY = ['07-03', '07-10'] as const;
const PEAK = ['08-17', '08-31'] as const;
/** 40 days. */
const LONGEST_STREAK = ['07-28', '09-05'] as const;
const AROUND_LONGEST_STREAK = ['07-27', '09-06'] as const;

/**
 * The days before today on which the learner watched something, oldest first, `total` minutes in all. Months look the
 * same whatever today is, but the learner has become keener.
 */
export function rhythm(now: Date, total: number): Day[] {
  const dates = Array.from({ length: FIRST_DAY }, (_, index) => dateBefore(now, FIRST_DAY - index));
  const isWatched = ({ daysAgo }: DateBefore) => daysAgo < STREAK || daysAgo === FIRST_DAY;
  const summer = lastWholeSummer(now);
  const emptiness = (date: DateBefore) => {
    if (isWatched(date)) return 0;
    if (date.daysAgo === STREAK) return Number.POSITIVE_INFINITY;
    if (date.year === summer && isWithin(date, LONGEST_STREAK)) return 0;
    return usualEmptiness(date);
  };
  const watched = (of: readonly DateBefore[], count: number) => {
    const fullest = of
      .map((date) => [date, emptiness(date)] as const)
      .sort(([, a], [, b]) => a - b)
      .slice(0, count)
      .map(([date]) => date);
    return fullest.sort((a, b) => b.daysAgo - a.daysAgo);
  };
  const lastYear = dates.filter(({ daysAgo }) => daysAgo < YEAR);
  const before = dates.filter(({ daysAgo }) => daysAgo >= YEAR);
  // Today is not among them.
  const days = [...watched(before, DAYS_BEFORE), ...watched(lastYear, DAYS_OF_LAST_YEAR - 1)];
  return scaled(days, total);
}

/**
 * Minutes that are `total` in all. Those of the last half year are scaled so that as many days as wanted reach the
 * goal, the others so that the rest remains for them. The former scale fades into the latter.
 */
function scaled(dates: readonly DateBefore[], total: number): Day[] {
  const isRecent = ({ daysAgo }: DateBefore) => daysAgo < HALF_YEAR;
  const [recentPeak, recent] = [true, false].map((isPeak) =>
    dates.filter((date) => isRecent(date) && isInPeak(date) === isPeak),
  );
  const ranked = (recent ?? []).map(usualMinutes).sort((a, b) => b - a);
  const recentScale = GOAL_MINUTES / (ranked[GOAL_DAYS - 1 - (recentPeak?.length ?? 0)] ?? 1);

  const usual = dates.map((date) => ({ date, minutes: usualMinutes(date) }));
  const daysWith = (firstScale: number) =>
    usual.map(({ date, minutes }) => {
      const recency = Math.max(0, Math.min(1, 1 - (date.daysAgo - HALF_YEAR) / FADE_DAYS));
      const scale = recency * recentScale + (1 - recency) * firstScale;
      const planned = isInPeak(date) ? peakMinutes(date) : scale * minutes;
      return { daysAgo: date.daysAgo, minutes: Math.max(LEAST_MINUTES, planned) };
    });
  const sum = (days: readonly Day[]) => days.reduce((all, { minutes }) => all + minutes, 0);
  // Halve the range in which the right scale is until it is narrow.
  let [low, high] = [0, 2 * recentScale];
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (sum(daysWith(middle)) < total) low = middle;
    else high = middle;
  }
  return daysWith(low);
}

interface DateBefore {
  readonly daysAgo: number;
  readonly year: number;
  /** From 0. */
  readonly month: number;
  /** Such as `08-17`. */
  readonly monthAndDay: string;
  /** Such as `2026-08-17`. */
  readonly name: string;
  readonly isWeekend: boolean;
}

function dateBefore(now: Date, daysAgo: number): DateBefore {
  // In UTC, every day has 24 hours.
  const date = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo));
  const name = date.toISOString().slice(0, '2026-08-17'.length);
  return {
    ...{ daysAgo, name, monthAndDay: name.slice('2026-'.length) },
    ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() },
    isWeekend: [0, 6].includes(date.getUTCDay()),
  };
}

const isWithin = ({ monthAndDay }: DateBefore, [first, last]: readonly [string, string]) =>
  monthAndDay >= first && monthAndDay <= last;

/** The year whose longest streak was over before the current one began. */
function lastWholeSummer(now: Date): number {
  const { year, monthAndDay } = dateBefore(now, STREAK);
  return monthAndDay > LONGEST_STREAK[1] ? year : year - 1;
}

/** The higher, the more likely nothing is watched on this day. */
function usualEmptiness(date: DateBefore): number {
  const { name, monthAndDay, month, isWeekend, daysAgo } = date;
  const isBreak = (Date.parse(name) / DAY_MS) % BREAK_EVERY === 0;
  const isAround = AROUND_LONGEST_STREAK.some((other) => other === monthAndDay);
  if (isBreak || isAround || isWithin(date, HOLIDAY)) return Number.POSITIVE_INFINITY;
  const [, monthly = 1] = MONTHS[month] ?? [];
  const slowStart = Math.max(1, (daysAgo - YEAR) / 60);
  return (monthly * (isWeekend ? 0.5 : 1) * slowStart) / -Math.log(chance(`empty ${name}`));
}

/** Minutes of a day, but only in comparison with other days. */
function usualMinutes(date: DateBefore): number {
  const [monthly = 1] = MONTHS[date.month] ?? [];
  return (monthly * keenness(date) * (date.isWeekend ? 1.5 : 1) * mood(date)) ** 0.8;
}

const isInPeak = (date: DateBefore) => date.daysAgo < YEAR && isWithin(date, PEAK);

const peakMinutes = (date: DateBefore) =>
  (date.isWeekend ? 230 : 165) * Math.sqrt(keenness(date)) * mood(date);

/** From the first day until the last half year, it grows. */
const keenness = ({ daysAgo }: DateBefore) => Math.max(0.25, Math.min(1, 1.15 - daysAgo / 700));

const mood = ({ name }: DateBefore) => 0.55 + 0.9 * chance(`minutes ${name}`);
