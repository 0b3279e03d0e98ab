// Temporal's functional API, which bundles to a third of the size of its classes.
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';

/** Local days and quarters of a time zone, relative to one moment. All times are epoch seconds. */
export interface Calendar {
  /** Start of the day that was `daysAgo` calendar days before today; -1 is tomorrow. */
  dayStart(daysAgo: number): number;
  /** The calendar quarter of a moment, counted from the year 0. */
  quarterOf(timestamp: number): number;
  /** A quarter's first month, such as `Jan 2026`. */
  quarterLabel(quarter: number): string;
}

interface Quarter {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

const FIRST_MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];

/** `now` is in epoch milliseconds. Days are real local days, of 23 to 25 hours. */
export function localCalendar(now: number, timeZone: string): Calendar {
  const today = ZonedDateTime.toPlainDate(at(now / 1000, timeZone));
  const seen: Quarter[] = [];
  let last: Quarter | undefined;

  return {
    dayStart: (daysAgo) => startOf(PlainDate.subtractDays(today, daysAgo), timeZone),

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
  const first = PlainDate.create(year, quarter * 3 + 1, 1);
  return {
    index: year * 4 + quarter,
    start: startOf(first, timeZone),
    end: startOf(PlainDate.addMonths(first, 3), timeZone),
  };
}

function at(timestamp: number, timeZone: string) {
  const milliseconds = Math.floor(timestamp * 1000);
  return ZonedDateTime.create(BigInt(milliseconds) * 1_000_000n, timeZone);
}

/** The first moment of a day, which is not midnight if the clocks change then. */
function startOf(date: ReturnType<typeof PlainDate.create>, timeZone: string): number {
  return PlainDate.toZonedDateTime(date, timeZone).epochMilliseconds / 1000;
}
