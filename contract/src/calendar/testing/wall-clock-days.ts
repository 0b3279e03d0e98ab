import type { DaySettings } from '../calendar.ts';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/**
 * A slow model of the learner's days, which looks at the clock step by step, as `Intl` shows it. Returns
 * the date of the day at each step, oldest first. All days between the first and the last step must
 * begin on a step.
 */
export function wallClockDays(
  of: DaySettings & {
    /** Epoch seconds. */
    readonly from: number;
    readonly to: number;
    readonly stepMinutes: number;
  },
): { readonly timestamp: number; readonly date: string }[] {
  const clock = wallClock(of.timeZone);
  const seen = new Set<string>();
  const days: { timestamp: number; date: string }[] = [];
  let date = '';
  // Begins two days early, so that the day at `from` is one that was seen to begin.
  const start = of.from - 2 * DAY_SECONDS;
  for (let timestamp = start; timestamp < of.to; timestamp += of.stepMinutes * MINUTE_SECONDS) {
    const shown = clock(timestamp);
    seen.add(dateOf(shown));
    // A day goes on if the clocks are put back, and a date that was never shown is not a day.
    const begun = dateOf(shown - of.dayStartsAtHour * HOUR_SECONDS);
    if (begun > date && seen.has(begun)) date = begun;
    if (timestamp >= of.from) days.push({ timestamp, date });
  }
  return days;
}

/** What the clocks of a zone show at a moment, in seconds since they showed 1970-01-01 00:00. */
export function wallClock(timeZone: string): (timestamp: number) => number {
  // Sweden writes 2026-05-20 12:00:00.
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  return (timestamp) => Date.parse(`${format.format(timestamp * 1000)}Z`) / 1000;
}

const dateOf = (shown: number) => new Date(shown * 1000).toISOString().slice(0, 10);
