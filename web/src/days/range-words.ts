import type { Formats } from '../text/formats.ts';
import type { Goal } from '../tracker/tracker.ts';
import { dayNumber, daysAfter } from './days.ts';

export type Forecast = NonNullable<Goal['forecast']>;

/** A sentence about the early and the late date. Its first words open the explanation. */
export interface RangeWords {
  readonly opener: string;
  readonly rest: string;
}

/** Ranges shorter than this many days are named by days, since months would say little about them. */
const MONTHS_FROM_DAYS = 62;

/** Between which days a target will probably be reached. Undefined if that is one day, which the headline names. */
export function rangeWords(
  { early, late }: Forecast,
  today: string,
  formats: Formats,
): RangeWords | undefined {
  if (early === late) return undefined;
  if (late === null) return withoutEnd(early, today, formats);
  return { opener: '8 times out of 10', rest: `, the day falls between ${between()}.` };

  function between(): string {
    const { longMonth, monthAndYear, dayAndMonth, date } = formats;
    const end = late ?? early;
    const sameYear = early.slice(0, 4) === end.slice(0, 4);
    if (dayNumber(end) - dayNumber(early) >= MONTHS_FROM_DAYS) {
      return `${(sameYear ? longMonth : monthAndYear)(early)} and ${monthAndYear(end)}`;
    }
    const name = soonName(early, today) ?? (sameYear ? dayAndMonth : date)(early);
    return `${name} and ${soonName(end, today) ?? date(end)}`;
  }
}

function withoutEnd(early: string, today: string, { monthAndYear, date }: Formats): RangeWords {
  if (early === today) return { opener: 'It may be today', rest: ', or take much longer.' };
  const isSoon = dayNumber(early) - dayNumber(today) < MONTHS_FROM_DAYS;
  const day = soonName(early, today) ?? (isSoon ? date : monthAndYear)(early);
  return { opener: 'Probably', rest: ` not before ${day}.` };
}

function soonName(day: string, today: string): string | undefined {
  if (day === today) return 'today';
  return day === daysAfter(today, 1) ? 'tomorrow' : undefined;
}
