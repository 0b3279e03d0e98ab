import { dateOf, monthOf, monthStart } from '@immersion-tracker/contract/calendar';
import { dayNumber } from '../../days/days.ts';

export interface DateMark {
  readonly date: string;
  /** From the left end of the axis, in pixels. */
  readonly x: number;
  readonly is: 'first' | 'month' | 'year' | 'last';
}

/** How many pixels a label and the space beside it take up. */
const LABEL = 76;
/** Months between two labels. The first that leaves room for them is used. */
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
  for (const month of step === undefined ? [] : monthsAfter(monthOf(start), step)) {
    const day = monthStart(month);
    const x = ((day - start) / span) * width;
    // A label must not leave the picture.
    if (x > width - LABEL) break;
    if (x >= LABEL) marks.push({ date: dateOf(day), x, is: month % 12 === 0 ? 'year' : 'month' });
  }
  if (marks.length === 1 && end > first) marks.push({ date: end, x: width, is: 'last' });
  return marks;
}

/** Every `step`th month after another, counted from January of the year 0. */
function* monthsAfter(month: number, step: number): Generator<number> {
  const next = (Math.floor(month / step) + 1) * step;
  for (let index = next; ; index += step) yield index;
}
