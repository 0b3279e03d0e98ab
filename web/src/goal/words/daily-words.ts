import { NBSP, secondsOfDay } from '@immersion-tracker/contract';
import { dayNumber, daysAfter, daysBetween } from '../../days/days.ts';
import type { Formats } from '../../text/formats.ts';
import type { Goal, History } from '../../tracker/tracker.ts';
import { passedWords } from './date-words.ts';
import { type Line, line, link } from './line.ts';
import { averageOf, isOnBreak } from './pace.ts';

/** How many days the daily goal looks back. */
const COUNTED_DAYS = 180;

export interface DailyWords {
  readonly headline: string;
  readonly note?: string | undefined;
  readonly lines: readonly Line[];
}

/** What the card says of a goal without a total. */
export function dailyWords(history: History, goal: Goal, formats: Formats): DailyWords {
  const { daily_goal_minutes: minutes, target_date: date } = goal;
  const hasPassed = date !== null && date < history.today;
  const ahead = hasPassed ? null : date;
  const add = link('Add a total');
  const why =
    ahead === null
      ? ' to see when you will reach it.'
      : ` to see what it takes to reach it by ${formats.date(ahead)}.`;
  const lines = [...(hasPassed ? [passedWords(date, formats)] : []), line(add, why)];
  if (minutes === null) {
    const headline = ahead === null ? 'No goal for now' : `By ${formats.date(ahead)}`;
    return { headline, lines };
  }
  const note = [reachedWords(history, minutes, formats), averageWords(history, goal, formats)];
  return {
    headline: `${formats.aDay(minutes)} a day`,
    note: note.filter((sentence) => sentence !== undefined).join(' ') || undefined,
    lines,
  };
}

/** On how many days the goal was reached. Undefined if on none, since nobody needs to read that. */
function reachedWords(
  { days, today }: History,
  goal: number,
  { number }: Formats,
): string | undefined {
  const span = dayNumber(today) - dayNumber(days[0]?.date ?? today) + 1;
  const first = daysAfter(today, 1 - COUNTED_DAYS);
  const count = daysBetween(days, first, today).filter(
    (day) => Math.floor(secondsOfDay(day) / 60) >= goal,
  ).length;
  if (count === 0) return undefined;
  if (span <= 1) return 'Reached on your first day.';
  const all = span < COUNTED_DAYS ? number(span) : `the last ${number(COUNTED_DAYS)}`;
  return `Reached on ${number(count)} of ${all} days.`;
}

function averageWords(
  history: History,
  { pace_minutes: pace }: Goal,
  formats: Formats,
): string | undefined {
  if (pace === null || isOnBreak(history)) return undefined;
  return `You average ${averageOf(pace, formats)}${NBSP}min.`;
}
