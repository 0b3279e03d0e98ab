// Temporal's functional API, which bundles to a third of the size of its classes.
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { memoizePeriods, type Period } from './periods.ts';

const DAY_SECONDS = 24 * 60 * 60;
const YEAR_SECONDS = 365 * DAY_SECONDS;

/** A period without clock changes, of at most a year. */
interface Span extends Period {
  /** Seconds by which clocks are ahead of UTC. */
  readonly offset: number;
}

export interface FirstMoment {
  /** In epoch seconds. */
  readonly moment: number;
  /** Whether the clocks never show the time itself. */
  readonly isSkipped: boolean;
}

export interface WallClock {
  /**
   * The first moment at which the clocks show a date and time or a later one. If the clocks skip that time, this
   * is the moment at which they change. If they show it twice, this is the first of the two.
   */
  firstMoment(wallTime: number): FirstMoment;
  /** What the clocks show at a moment in epoch seconds. */
  wallTimeAt(timestamp: number): number;
}

/** The clocks of a time zone. A `wallTime` is what they show, in whole seconds since they showed 1970-01-01 00:00. */
export function wallClockIn(timeZone: string): WallClock {
  const spanAt = memoizePeriods((timestamp) => findSpan(timestamp, timeZone));

  return {
    firstMoment(wallTime) {
      // No clock is a day ahead of UTC, so the moment is not earlier than this.
      let span = spanAt(wallTime - DAY_SECONDS);
      for (;;) {
        const shown = wallTime - span.offset;
        if (shown < span.start) return { moment: span.start, isSkipped: true };
        if (shown < span.end) return { moment: shown, isSkipped: false };
        span = spanAt(span.end);
      }
    },
    wallTimeAt: (timestamp) => timestamp + spanAt(timestamp).offset,
  };
}

function findSpan(timestamp: number, timeZone: string): Span {
  // Begins at a fixed moment: to look back for the last change is slow in zones without summer time.
  const year = Math.floor(timestamp / YEAR_SECONDS);
  let moment = ZonedDateTime.create(BigInt(year * YEAR_SECONDS) * 1_000_000_000n, timeZone);
  let change = ZonedDateTime.getTimeZoneTransition(moment, 'next');
  while (change !== null && secondsOf(change) <= timestamp) {
    moment = change;
    change = ZonedDateTime.getTimeZoneTransition(change, 'next');
  }
  const endOfYear = (year + 1) * YEAR_SECONDS;
  return {
    start: secondsOf(moment),
    end: change === null ? endOfYear : Math.min(endOfYear, secondsOf(change)),
    offset: ZonedDateTime.offsetNanoseconds(moment) / 1e9,
  };
}

const secondsOf = (moment: ZonedDateTime.Record) => moment.epochMilliseconds / 1000;
