import {
  counted,
  durationInWords,
  largest,
  type Progress,
  trendInWords,
} from '@immersion-tracker/contract';
import { dayNumber, shortDate, weekdayName } from '../days/date-words.ts';
import { fit } from '../text/columns.ts';
import type { Paint } from '../text/paint.ts';
import { bar } from './charts/bar.ts';
import { type History, totalSeconds } from './history.ts';
import { heading, INDENT, indented } from './section.ts';

type Day = Progress['daily_activity'][number];

const GAP = '  ';
const MOST_LABEL_WIDTH = '6 days ago'.length;
const LEAST_BAR_WIDTH = 4;
/** On a terminal with less columns, dates are shorter. */
const SHORT_BELOW = 40;

/** The last seven days, their comparison with the average week, and a bar for each day. */
export function week(
  progress: Progress,
  history: History | undefined,
  columns: number,
  paint: Paint,
): string[] {
  const days = progress.daily_activity;
  const minutes = minutesOf(days, history);
  const sum = minutes === 0 ? paint.dim('nothing yet') : paint.accent(durationInWords(minutes));
  const labels = days.map(({ days_ago }) => dayLabel(days_ago, history, columns < SHORT_BELOW));
  return [
    ...heading('Last seven days', [sum, comparison(progress)], columns, paint),
    ...dayLines(days, labels, columns - INDENT.length, paint).map(indented),
  ];
}

/** The history knows the seconds, so that the minutes of seven days are not each rounded down. */
function minutesOf(days: readonly Day[], history: History | undefined): number {
  if (history === undefined) return days.reduce((sum, day) => sum + day.minutes_watched, 0);
  const today = dayNumber(history.today);
  const ago = (date: string) => today - dayNumber(date);
  const shown = history.days.filter(({ date }) => ago(date) >= 0 && ago(date) < days.length);
  return Math.floor(totalSeconds(shown) / 60);
}

function comparison(progress: Progress): string {
  const { words, percent } = trendInWords(progress);
  return percent === undefined ? words : `${percent}% ${words}`;
}

function dayLines(
  days: readonly Day[],
  labels: readonly string[],
  width: number,
  paint: Paint,
): string[] {
  const most = largest(days.map(({ minutes_watched }) => minutes_watched));
  const durations = days.map(({ minutes_watched }) => durationInWords(minutes_watched));
  const labelWidth = Math.min(MOST_LABEL_WIDTH, widest(labels));
  const free = width - labelWidth - GAP.length;
  const durationWidth = Math.min(widest(durations), free);
  const barWidth = free - durationWidth - GAP.length;

  return days.map(({ minutes_watched }, index) => {
    const label = fit(labels[index] ?? '', labelWidth);
    const cells = label + GAP + fit(durations[index] ?? '', durationWidth, 'right');
    if (minutes_watched === 0) return paint.dim(cells);
    if (barWidth < LEAST_BAR_WIDTH) return cells;
    return cells + GAP + paint.accent(bar(minutes_watched, most, barWidth));
  });
}

const widest = (texts: readonly string[]) =>
  largest(
    texts.map(({ length }) => length),
    0,
  );

/** A date, if the history says which day it is: that depends on the time zone that the tracker counts in. */
function dayLabel(daysAgo: number, history: History | undefined, isShort: boolean): string {
  if (daysAgo === 0) return 'today';
  if (history === undefined || daysAgo >= 7) {
    return daysAgo === 1 ? 'yesterday' : `${counted(daysAgo, 'day')} ago`;
  }
  const day = dayNumber(history.today) - daysAgo;
  return isShort ? weekdayName(day) : daysAgo === 1 ? 'yesterday' : shortDate(day);
}
