import { Temporal } from 'temporal-polyfill';

/** Local days and quarters of one time zone, as seen at one moment. All times are epoch seconds. */
export interface Calendar {
  /** Start of the day `daysAgo` calendar days before today; -1 is tomorrow's. */
  dayStart(daysAgo: number): number;
  /** The calendar quarter of a moment: quarters since the year 0. */
  quarterOf(timestamp: number): number;
  /** The first month of a quarter, such as `Jan 2026`. */
  quarterLabel(quarter: number): string;
}

interface Quarter {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

const FIRST_MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];

/** `now` in milliseconds since the epoch. Days are real local days of 23 to 25 hours. */
export function localCalendar(now: number, timeZone: string): Calendar {
  const today = at(now / 1000, timeZone).toPlainDate();
  const seen: Quarter[] = [];
  let last: Quarter | undefined;

  return {
    dayStart: (daysAgo) => startOf(today.subtract({ days: daysAgo }), timeZone),

    quarterOf(timestamp) {
      if (last === undefined || !holds(last, timestamp)) {
        last = seen.find((quarter) => holds(quarter, timestamp));
        if (last === undefined) {
          last = quarterAt(timestamp, timeZone);
          seen.push(last);
        }
      }
      return last.index;
    },

    quarterLabel: (quarter) => `${FIRST_MONTHS[quarter % 4]} ${Math.floor(quarter / 4)}`,
  };
}

const holds = ({ start, end }: Quarter, timestamp: number) => start <= timestamp && timestamp < end;

function quarterAt(timestamp: number, timeZone: string): Quarter {
  const { year, month } = at(timestamp, timeZone);
  const quarter = Math.floor((month - 1) / 3);
  const first = new Temporal.PlainDate(year, quarter * 3 + 1, 1);
  return {
    index: year * 4 + quarter,
    start: startOf(first, timeZone),
    end: startOf(first.add({ months: 3 }), timeZone),
  };
}

function at(timestamp: number, timeZone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(timestamp * 1000));
  return instant.toZonedDateTimeISO(timeZone);
}

/** The first moment of the day, which is not midnight where the clocks change at midnight. */
function startOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds / 1000;
}
