import { dateOf, monthOf, monthStart } from '@immersion-tracker/contract/calendar';
import type { Formats } from '../../text/formats.ts';
import { widthOf } from './place-labels.ts';
import type { Span } from './span.ts';

/** A mark on the time axis. */
export interface Tick {
  readonly day: number;
  readonly label: string;
}

/** Steps between ticks in months, the smallest first; from twelve on, ticks are years. */
const MONTHS = [1, 2, 3, 6, 12, 24, 60];
const LONGEST = 120;
/** The steps between ticks of a span that is shorter than a month or two. */
const DAYS = [1, 7, 14];
/** From this many days on, the axis counts months or years. */
const MONTHS_FROM_DAYS = 75;

/** Pixels between a tick and its label. */
export const TICK_GAP = 4;

/** As many ticks as there is room for, each `room` pixels wide. Their labels end before the axis does. */
export function ticksOf(
  span: Span,
  pixels: number,
  room: number,
  formats: Formats,
): readonly Tick[] {
  const days = span.end - span.start;
  return allTicks(span, Math.max(1, pixels / room), formats).filter(
    ({ day, label }) => ((day - span.start) / days) * pixels + TICK_GAP + widthOf(label) <= pixels,
  );
}

function allTicks({ start, end }: Span, most: number, formats: Formats): readonly Tick[] {
  const days = end - start;
  if (days < MONTHS_FROM_DAYS) {
    const step = DAYS.find((one) => days / one <= most) ?? MONTHS_FROM_DAYS;
    return Array.from({ length: Math.ceil(days / step) }, (_, index) => {
      const day = start + 1 + index * step;
      return { day, label: formats.shortDate(dateOf(day)) };
    });
  }
  const months = days / 30.44;
  // Years are easier to read than half-years, so months need some more room.
  const step = MONTHS.find((one) => months / one <= (one < 12 ? most * 0.8 : most)) ?? LONGEST;
  return monthsBetween(start + 1, end, step).map((month) => {
    const day = monthStart(month);
    const date = dateOf(day);
    return { day, label: month % 12 === 0 ? date.slice(0, 4) : formats.shortMonth(date) };
  });
}

/** Every `step`th month, counted from the year 0, that begins between two days. */
function monthsBetween(first: number, last: number, step: number): number[] {
  const months: number[] = [];
  let month = Math.ceil(monthOf(first) / step) * step;
  for (; monthStart(month) <= last; month += step) {
    if (monthStart(month) >= first) months.push(month);
  }
  return months;
}
