import { dayNumber } from '../../days/days.ts';
import { monthNumber, monthStart } from '../../days/months.ts';

export interface DateMark {
  readonly date: string;
  /** From the left end of the axis, in pixels. */
  readonly x: number;
  readonly is: 'first' | 'month' | 'year' | 'last';
}

/** How many pixels a label and the space beside it take up. */
const LABEL = 76;
/** Every so many months, the first that leaves room for the labels. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/**
 * Marks the first day and the beginnings of months or years, as many as fit a `width` in pixels; without any
 * of these, the last day.
 */
export function dateMarks(first: string, end: string, width: number): readonly DateMark[] {
  const start = dayNumber(first);
  const span = Math.max(1, dayNumber(end) - start);
  const step = STEPS.find((months) => ((months * 30) / span) * width >= LABEL);
  const marks: DateMark[] = [{ date: first, x: 0, is: 'first' }];
  for (const index of step === undefined ? [] : monthsFrom(first, step)) {
    const date = monthStart(index);
    const x = ((dayNumber(date) - start) / span) * width;
    // A label must not leave the picture.
    if (x > width - LABEL) break;
    if (x >= LABEL) marks.push({ date, x, is: index % 12 === 0 ? 'year' : 'month' });
  }
  if (marks.length === 1 && end > first) marks.push({ date: end, x: width, is: 'last' });
  return marks;
}

/** Every `step`th month after that of a date, counted from January of the year 0. */
function* monthsFrom(date: string, step: number): Generator<number> {
  const next = (Math.floor(monthNumber(date) / step) + 1) * step;
  for (let index = next; ; index += step) yield index;
}
