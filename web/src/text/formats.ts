import {
  counted,
  durationInWords,
  type FormatNumber,
  NBSP,
  type Noun,
} from '@immersion-tracker/contract';

/** Writes numbers, lengths and dates. A `date` is a `YYYY-MM-DD`. The examples are in the English of New Zealand. */
export interface Formats {
  readonly number: FormatNumber;
  /** `1,204 episodes` */
  counted(count: number, what: Noun | string): string;
  /** `42 min`, `3 h 40 min` and from ten hours on `310 h`, of seconds. Rounds down. */
  length(seconds: number): string;
  /** `1 h 20 min`, of minutes, however many hours these are. Rounds down. */
  minutes(minutes: number): string;
  /** `90 min`, of minutes a day, as people set them. */
  aDay(minutes: number): string;
  /** `Fri` */
  weekday(date: string): string;
  /** `Friday` */
  longWeekday(date: string): string;
  /** `7 Sep` */
  shortDate(date: string): string;
  /** `Friday, 27 November` */
  longDay(date: string): string;
  /** `Friday, 27 November 2026` */
  fullDay(date: string): string;
  /** `Wed, 15 July 2026` */
  mediumDay(date: string): string;
  /** `27 November` */
  dayAndMonth(date: string): string;
  /** `27 November 2026` */
  date(date: string): string;
  /** `Nov` */
  shortMonth(date: string): string;
  /** `November` */
  longMonth(date: string): string;
  /** `November 2026` */
  monthAndYear(date: string): string;
  /** `20:41`, of a moment in milliseconds, as clocks show it in `timeZone` (by default the browser's). */
  clock(moment: number, timeZone?: string): string;
  /** `Thu, 26 Nov, 20:41` */
  dateAndClock(moment: number, timeZone?: string): string;
}

/** From this many hours on, minutes do not matter. */
export const WHOLE_HOURS_FROM = 10;

/** The formats of English text if the browser does not ask for English. */
const PLAIN_ENGLISH = 'en-GB';

/**
 * The page's text is English, so its numbers and dates are too: in the way of the first English among `locales`,
 * the browser's languages in order of preference. The calendar is always Gregorian.
 */
export function createFormats(locales: readonly string[]): Formats {
  const locale = locales.find(isEnglish) ?? PLAIN_ENGLISH;
  const numbers = new Intl.NumberFormat(locale, { numberingSystem: 'latn' });
  const number: FormatNumber = (value) => numbers.format(value);
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = dateFormat(locale, { ...options, timeZone: 'UTC' });
    return (date: string) => format.format(Date.parse(`${date}T00:00Z`));
  };
  const clocks = (options: Intl.DateTimeFormatOptions) => {
    const byZone = new Map<string | undefined, Intl.DateTimeFormat>();
    return (moment: number, timeZone?: string) => {
      const format = byZone.get(timeZone) ?? dateFormat(locale, { ...options, timeZone });
      byZone.set(timeZone, format);
      return format.format(moment);
    };
  };
  const minutes = (count: number) => durationInWords(Math.floor(count), { number, space: NBSP });

  return {
    number,
    counted: (count, what) => counted(count, what, number),
    length(seconds) {
      const hours = Math.floor(seconds / 3600);
      return minutes(hours < WHOLE_HOURS_FROM ? seconds / 60 : hours * 60);
    },
    minutes,
    aDay: (count) => `${number(count)}${NBSP}min`,
    weekday: dates({ weekday: 'short' }),
    longWeekday: dates({ weekday: 'long' }),
    shortDate: dates({ day: 'numeric', month: 'short' }),
    longDay: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    fullDay: dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    mediumDay: dates({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }),
    dayAndMonth: dates({ day: 'numeric', month: 'long' }),
    date: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortMonth: dates({ month: 'short' }),
    longMonth: dates({ month: 'long' }),
    monthAndYear: dates({ month: 'long', year: 'numeric' }),
    clock: clocks({ timeStyle: 'short' }),
    dateAndClock: clocks({
      ...{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
    }),
  };
}

const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, {
    ...{ calendar: 'gregory', numberingSystem: 'latn' },
    ...options,
  });

/** On some systems, browsers list names such as `en-US@posix`, for which `Intl` throws. */
function isEnglish(name: string): boolean {
  try {
    return new Intl.Locale(name).language === 'en';
  } catch {
    return false;
  }
}
