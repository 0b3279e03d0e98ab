import { dayNumber } from '../../days/days.ts';

export interface DateMark {
  readonly date: string;
  /** From the left end of the axis, in pixels. */
  readonly x: number;
  readonly is: 'first' | 'month' | 'year';
}

/** How many pixels a label and the space beside it take up. */
const LABEL = 76;
/** Every so many months, the first that leaves room for the labels. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Marks the first day and the beginnings of months or years, as many as fit a `width` in pixels. */
export function dateMarks(first: string, end: string, width: number): readonly DateMark[] {
  const start = dayNumber(first);
  const span = Math.max(1, dayNumber(end) - start);
  const step = STEPS.find((months) => ((months * 30) / span) * width >= LABEL) ?? Infinity;
  const marks: DateMark[] = [{ date: first, x: 0, is: 'first' }];
  const [year = 0, month = 0] = first.split('-').map(Number);
  const firstMonth = year * 12 + month - 1;
  const from = Number.isFinite(step) ? (Math.floor(firstMonth / step) + 1) * step : Infinity;
  for (let index = from; ; index += step) {
    const date = monthStart(index);
    const x = ((dayNumber(date) - start) / span) * width;
    // A label must not leave the picture.
    if (!(x <= width - LABEL / 2)) return marks;
    if (x >= LABEL) marks.push({ date, x, is: index % 12 === 0 ? 'year' : 'month' });
  }
}

/** The first day of a month, counted from January of the year 0. */
const monthStart = (index: number): string =>
  `${`${Math.floor(index / 12)}`.padStart(4, '0')}-${`${(index % 12) + 1}`.padStart(2, '0')}-01`;
