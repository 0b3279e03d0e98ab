import { type Progress, secondsOfDay, thousands } from '@immersion-tracker/contract';
import stringWidth from 'string-width';
import { dateInWords, dayNumber } from '../../days/date-words.ts';
import { fit, truncate } from '../../text/columns.ts';
import { wrap } from '../../text/flow.ts';
import type { Paint } from '../../text/paint.ts';
import type { History } from '../history.ts';
import { heading, INDENT, indented } from '../section.ts';
import { area } from './area.ts';
import { type Axis, axisFor } from './axis.ts';

/** Total hours at even distances, the last of which is today's. */
interface Growth {
  readonly hours: readonly number[];
  /** What is written below the left end. */
  readonly from: string;
  /** What is written below the right end. */
  readonly to: string;
}

const RULE_WIDTH = ' ┤'.length;
const LEAST_AREA_WIDTH = 5;
/** Fewer days, or quarters if the tracker does not know days, would draw a curve that nobody watched. */
const LEAST_DAYS = 3;
const LEAST_QUARTERS = 2;

/** The growth of the total hours. Empty while there is too little for a curve. */
export function curve(
  progress: Progress,
  history: History | undefined,
  columns: number,
  paint: Paint,
): string[] {
  const growth = history === undefined ? byQuarter(progress) : byDay(history);
  if (growth === undefined) return [];

  const width = columns - INDENT.length;
  const most = growth.hours.at(-1) ?? 0;
  const lines =
    most < 1
      ? wrap('Your curve starts with your first full hour.', width)
      : chart(growth, axisFor(most), width, paint);
  return [...heading('All time', [], columns, paint), ...lines.map(indented)];
}

function byDay({ days, today }: History): Growth | undefined {
  const [first] = days;
  if (first === undefined) return undefined;
  const start = dayNumber(first.date);
  // Days after today can only come from a clock that is wrong.
  const count = Math.max(dayNumber(today), dayNumber(days.at(-1)?.date ?? today)) - start + 1;
  if (count < LEAST_DAYS) return undefined;
  const seconds = new Map(days.map((day) => [dayNumber(day.date) - start, secondsOfDay(day)]));
  let sum = 0;
  const hours = Array.from({ length: count }, (_, day) => {
    sum += seconds.get(day) ?? 0;
    return sum / 3600;
  });
  return { hours, from: dateInWords(first.date), to: 'today' };
}

function byQuarter({ all_time_progress: quarters }: Progress): Growth | undefined {
  if (quarters.length < LEAST_QUARTERS) return undefined;
  const hours = quarters.map(({ cumulative_hours }) => cumulative_hours);
  return { hours, from: quarters.at(0)?.label ?? '', to: quarters.at(-1)?.label ?? '' };
}

function chart(growth: Growth, axis: Axis, width: number, paint: Paint): string[] {
  const { step, steps, rowsPerStep } = axis;
  const labelWidth = hoursLabel(step * steps).length;
  const areaWidth = Math.max(LEAST_AREA_WIDTH, width - labelWidth - RULE_WIDTH);

  const size = { width: areaWidth, height: steps * rowsPerStep };
  const lines = area(growth.hours, step * steps, size).map((blocks, row) => {
    const marked = row % rowsPerStep === 0;
    const label = marked ? hoursLabel(step * (steps - row / rowsPerStep)) : '';
    const rule = fit(label, labelWidth, 'right') + (marked ? ' ┤' : ' │');
    return blocks === '' ? paint.dim(rule) : paint.dim(rule) + paint.accent(blocks);
  });
  const floor = `${fit(hoursLabel(0), labelWidth, 'right')} └${'─'.repeat(areaWidth)}`;
  const labels = ends(growth, areaWidth);
  const under = labels === '' ? [] : [' '.repeat(labelWidth + RULE_WIDTH) + labels];
  return [...lines, ...[floor, ...under].map((line) => paint.dim(line))];
}

const hoursLabel = (hours: number) => `${thousands(hours)} h`;

function ends({ from, to }: Growth, width: number): string {
  const first = truncate(from, Math.floor((width - 1) / 2));
  const free = width - stringWidth(first);
  return (first + fit(truncate(to, free - 1), free, 'right')).trimEnd();
}
