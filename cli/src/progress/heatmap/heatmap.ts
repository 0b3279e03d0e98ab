import { counted, durationInWords, secondsOfDay } from '@immersion-tracker/contract';
import { dayNumber, weekdayName, weekdayOf } from '../../days/date-words.ts';
import type { Paint } from '../../text/paint.ts';
import type { History } from '../history.ts';
import { heading, INDENT, indented, spread } from '../section.ts';
import { months } from './months.ts';
import { boundsFor, legend, SHADES, shadeOf } from './shades.ts';

/** Half a year. */
const MOST_WEEKS = 26;
const WEEK = 7;
const LABEL_WIDTH = 'Mon '.length;

/**
 * The days of the last half year: a row for each weekday, a column for each week. Begins with the week of
 * the first record, and has fewer weeks if there is no room. Empty in the first week, and if nothing was
 * watched in this time.
 */
export function heatmap(history: History, columns: number, paint: Paint): string[] {
  const today = dayNumber(history.today);
  const days = history.days.map((day) => ({
    number: dayNumber(day.date),
    seconds: secondsOfDay(day),
  }));
  const first = days[0]?.number ?? today;
  const width = columns - INDENT.length - LABEL_WIDTH;
  const thisMonday = mondayOf(today);
  const weeks = Math.min(MOST_WEEKS, width, (thisMonday - mondayOf(first)) / WEEK + 1);
  const monday = thisMonday - (weeks - 1) * WEEK;
  const shown = days.filter(({ number }) => number >= monday && number <= today);
  if (weeks < 2 || shown.length === 0) return [];

  const dailyGoal = history.goal?.daily_goal_minutes ?? null;
  const minutesOf = ({ seconds }: { readonly seconds: number }) => Math.floor(seconds / 60);
  const bounds = boundsFor(shown.map(minutesOf), dailyGoal);
  const shades = new Map(shown.map((day) => [day.number, shadeOf(minutesOf(day), bounds)]));
  const cellWidth = weeks * 2 <= width ? 2 : 1;
  const cell = (day: number) => {
    if (day < first || day > today) return ' '.repeat(cellWidth);
    const shade = shades.get(day);
    return shade === undefined ? SHADES[0].padEnd(cellWidth) : shade.repeat(cellWidth);
  };
  const mondays = Array.from({ length: weeks }, (_, week) => monday + week * WEEK);
  const rows = Array.from({ length: WEEK }, (_, weekday) => {
    const cells = mondays.map((start) => cell(start + weekday)).join('');
    return paint.dim(weekdayName(monday + weekday)) + painted(` ${cells}`.trimEnd(), paint);
  });
  const lastDays = mondays.map((start) => Math.min(start + WEEK - 1, today));
  const sum = shown.reduce((total, { seconds }) => total + seconds, 0);
  const notes = [
    paint.accent(durationInWords(Math.floor(sum / 60))),
    `on ${counted(shown.length, 'day')}`,
  ];
  return [
    ...heading(`Last ${weeks} weeks`, [notes.join(' ')], columns, paint),
    ...[
      paint.dim(' '.repeat(LABEL_WIDTH) + months(lastDays, cellWidth, width)),
      ...rows,
      ...spread(legend(bounds, dailyGoal), columns - INDENT.length, '  ').map(paint.dim),
    ].map(indented),
  ];
}

const mondayOf = (day: number) => day - weekdayOf(day);

const painted = (cells: string, paint: Paint) =>
  cells.replace(/[░▒▓█]+/g, paint.accent).replace(/·(?: *·)*/g, paint.dim);
