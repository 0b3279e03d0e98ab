import {
  counted,
  durationInWords,
  type FormatNumber,
  NBSP,
  type Noun,
} from '@immersion-tracker/contract';
import { calendarDay } from './calendar.ts';

/** Writes numbers and dates in a person's language. A `day` is midnight UTC of a date, as of `calendarDay`. */
export interface Formats {
  readonly number: FormatNumber;
  /** `1,204 episodes` */
  counted(count: number, what: Noun | string): string;
  /** `1 h 20 min`, of whole minutes */
  duration(minutes: number): string;
  /** `12%` or `<1%`, of a share from 0 to 1. Only 1 is `100%`. */
  share(value: number): string;
  /** `+12.5%`: signed, with at most one decimal. */
  change(percent: number): string;
  /** `Mon` */
  weekday(day: Date): string;
  /** `16 Nov` */
  shortDay(day: Date): string;
  /** `Monday 16 November` */
  longDay(day: Date): string;
  /** `16 November 2025` */
  date(day: Date): string;
  /** `Jan 2026` */
  month(day: Date): string;
  /** `Jan – Mar 2026` */
  months(first: Date, last: Date): string;
  /** `14:05` in the person's time zone, with the date if `now` is on another day. */
  moment(moment: Date, now: Date): string;
}

/** Smaller shares are `<1%`. */
const LEAST_SHARE = 0.01;

const MONTH = { month: 'short', year: 'numeric' } as const;

/** `locales` are the browser's, in order of preference; `timeZone` is the person's, by default the browser's. */
export function createFormats(locales: readonly string[], timeZone?: string): Formats {
  const usable = locales.filter(isLocale);
  const numbers = (options: Intl.NumberFormatOptions = {}) => {
    const format = new Intl.NumberFormat(usable, options);
    return (value: number) => format.format(value);
  };
  const days = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(usable, { ...options, timeZone: 'UTC' });
    return (day: Date) => format.format(day);
  };
  const number = numbers();
  const percent = numbers({ style: 'percent', maximumFractionDigits: 0 });
  const signed = numbers({
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const clock = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(usable, { ...options, ...(timeZone && { timeZone }) });
  const monthRange = new Intl.DateTimeFormat(usable, { ...MONTH, timeZone: 'UTC' });
  const time = clock({ timeStyle: 'short' });
  const dateAndTime = clock({ dateStyle: 'medium', timeStyle: 'short' });

  return {
    number,
    counted: (count, what) => counted(count, what, number),
    duration: (minutes) => durationInWords(minutes, { number, space: NBSP }),
    share(value) {
      if (value > 0 && value < LEAST_SHARE) return `<${percent(LEAST_SHARE)}`;
      return percent(value < 1 ? Math.min(1 - LEAST_SHARE, value) : value);
    },
    change: (value) => signed(value / 100),
    weekday: days({ weekday: 'short' }),
    shortDay: days({ day: 'numeric', month: 'short' }),
    longDay: days({ weekday: 'long', day: 'numeric', month: 'long' }),
    date: days({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: days(MONTH),
    months: (first, last) => monthRange.formatRange(first, last),
    moment(moment, now) {
      const today =
        calendarDay(moment, timeZone).getTime() === calendarDay(now, timeZone).getTime();
      return (today ? time : dateAndTime).format(moment);
    },
  };
}

/** On some systems, browsers list names such as `en-US@posix`, for which `Intl` throws. */
function isLocale(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length === 1;
  } catch {
    return false;
  }
}
