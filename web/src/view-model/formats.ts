import {
  counted,
  durationInWords,
  type FormatNumber,
  NBSP,
  type Noun,
} from '@immersion-tracker/contract';
import { calendarDay } from './calendar.ts';

/** How numbers and dates are written for one person. Days are those of `calendarDay`. */
export interface Formats {
  readonly number: FormatNumber;
  /** `1,204 episodes` */
  counted(count: number, what: Noun | string): string;
  /** Whole minutes: `1 h 20 min` */
  duration(minutes: number): string;
  /** A share of 1: `12%`, or `<1%`. Below 1 it is never `100%`. */
  share(value: number): string;
  /** Percent with one digit after the point at most, and with its sign: `+12.5%`. */
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
  /** A moment on the clock of the person: `14:05`, and its date if that is not the day of `now`. */
  moment(moment: Date, now: Date): string;
}

/** The least share that is worth a number. */
const LEAST_SHARE = 0.01;

const MONTH = { month: 'short', year: 'numeric' } as const;

/** `locales` as the browser lists them, the first one liked best; `timeZone` is the person's own. */
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

/** Browsers on some systems list names such as `en-US@posix`, which `Intl` refuses with an error. */
function isLocale(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length === 1;
  } catch {
    return false;
  }
}
