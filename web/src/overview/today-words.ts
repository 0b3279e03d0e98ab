import { dayNumber, daysAfter, daysBetween } from '../days/days.ts';
import type { Formats } from '../text/formats.ts';
import type { History } from '../tracker/tracker.ts';

/** The days of the figure that cannot break, as a broken streak does. */
const YEAR_DAYS = 365;

/** What the card says about today's minutes. */
export function todayWords(
  { goal, streak }: History,
  seconds: number,
  { length, minutes, aDay }: Formats,
): { readonly headline: string; readonly note?: string | undefined } {
  const target = goal?.daily_goal_minutes ?? null;
  if (target === null) return { headline: seconds === 0 ? 'Nothing yet today' : length(seconds) };
  const watched = Math.floor(seconds / 60);
  if (watched > target) {
    return {
      headline: 'Goal reached',
      note: `${minutes(watched - target)} more than you planned.`,
    };
  }
  if (watched === target) return { headline: 'Goal reached', note: 'Right on time.' };
  const headline = `${aDay(target - watched)} to go`;
  if (seconds > 0) return { headline };
  const { current_days: row } = streak;
  if (row === 0) return { headline, note: 'The next thing you watch starts a new streak.' };
  return {
    headline,
    note: `Anything you watch keeps your ${row === 1 ? 'streak' : `${row} days`} going.`,
  };
}

/** What the card says about the days in a row. */
export function streakWords(
  { days, today, streak }: History,
  { number, counted }: Formats,
): { readonly headline: string; readonly note: string } {
  const { current_days: row, longest_days: longest } = streak;
  const first = days[0]?.date ?? today;
  if (first === today) {
    return { headline: 'Day 1', note: 'Watch something tomorrow to start a streak.' };
  }
  if (row > 1) {
    const note = row >= longest ? 'your longest yet' : `longest ${number(longest)}`;
    return { headline: `${counted(row, 'day')} in a row`, note };
  }
  const span = Math.min(YEAR_DAYS, dayNumber(today) - dayNumber(first) + 1);
  const watched = daysBetween(days, daysAfter(today, 1 - span), today).length;
  const headline = `${number(watched)} of ${counted(span, 'day')}`;
  return { headline, note: `longest streak ${number(longest)}` };
}
