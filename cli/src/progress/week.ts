import { counted, durationInWords, type Progress, trendInWords } from '@immersion-tracker/contract';
import { fit } from '../text/columns.ts';
import type { Paint } from '../text/paint.ts';
import { bar } from './charts/bar.ts';
import { heading, INDENT, indented } from './section.ts';

type Day = Progress['daily_activity'][number];

const GAP = '  ';
const LABEL_WIDTH = '6 days ago'.length;
const LEAST_BAR_WIDTH = 10;

/** The last seven days, their comparison with the average week, and a bar for each day. */
export function week(progress: Progress, columns: number, paint: Paint): string[] {
  const days = progress.daily_activity;
  const minutes = days.reduce((sum, { minutes_watched }) => sum + minutes_watched, 0);
  const sum = minutes === 0 ? paint.dim('nothing yet') : paint.accent(durationInWords(minutes));
  return [
    ...heading('Last seven days', [sum, comparison(progress)], columns, paint),
    ...days.map(dayLine(days, columns - INDENT.length, paint)).map(indented),
  ];
}

function comparison(progress: Progress): string {
  const { words, percent } = trendInWords(progress);
  return percent === undefined ? words : `${percent}% ${words}`;
}

function dayLine(days: readonly Day[], width: number, paint: Paint): (day: Day) => string {
  const most = Math.max(...days.map(({ minutes_watched }) => minutes_watched));
  const widest = Math.max(
    ...days.map(({ minutes_watched }) => durationInWords(minutes_watched).length),
  );
  const free = width - LABEL_WIDTH - 2 * GAP.length;
  const durationWidth = Math.min(widest, free - LEAST_BAR_WIDTH);

  return ({ days_ago, minutes_watched }) => {
    const label = fit(dayLabel(days_ago), LABEL_WIDTH);
    const cells = label + GAP + fit(durationInWords(minutes_watched), durationWidth, 'right');
    if (minutes_watched === 0) return paint.dim(cells);
    return cells + GAP + paint.accent(bar(minutes_watched, most, free - durationWidth));
  };
}

/** Not a date or weekday, since only the tracker knows which day it is in its time zone. */
function dayLabel(daysAgo: number): string {
  if (daysAgo === 0) return 'today';
  return daysAgo === 1 ? 'yesterday' : `${counted(daysAgo, 'day')} ago`;
}
