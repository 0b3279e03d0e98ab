import type { Calendar } from '@immersion-tracker/contract/calendar';
import { middleOf, readWhen } from '../../days/read-when.ts';
import type { Probe } from '../../disk/probe.ts';
import type { Claim, EpisodeClaim, LinkClaim, MovieClaim } from '../claims/claims.ts';

/** When claims were watched, in epoch seconds. Those that are missing are watched at the time of the sync. */
export type WatchTimes = ReadonlyMap<Claim, number>;

export interface WatchTimesContext {
  readonly probe: Pick<Probe, 'movedAt'>;
  readonly calendar: Calendar;
  /** In epoch seconds. */
  readonly now: number;
}

/** Files are from after this, so an earlier change time comes from a clock that was not set. */
const FIRST_PLAUSIBLE = Date.parse('2005-01-01T00:00Z') / 1000;

/**
 * Files are watched when they were moved into `watched`, and lines on the day that they begin with.
 * `date` stands for everything without a date of its own, and replaces those of files: what {@link readWhen}
 * reads. Throws a `Failure` if it cannot.
 */
export function watchTimes(
  claims: readonly Claim[],
  context: WatchTimesContext,
  date: string | undefined,
): WatchTimes {
  const { calendar, now } = context;
  const given = date === undefined ? undefined : readWhen(date, calendar, now);
  const timeOf = (claim: Claim) => {
    if ('line' in claim) return timeOfLine(claim, context) ?? given;
    return given ?? timeOfFile(claim, context);
  };
  return new Map(
    claims.flatMap((claim) => {
      const time = timeOf(claim);
      // The tracker knows best what now is.
      return time === undefined || time === now ? [] : [[claim, time]];
    }),
  );
}

function timeOfFile({ video }: EpisodeClaim | MovieClaim, { probe, now }: WatchTimesContext) {
  const moved = probe.movedAt(video);
  const time = moved === undefined ? now : Math.floor(moved / 1000);
  return time >= FIRST_PLAUSIBLE && time < now ? time : undefined;
}

function timeOfLine({ date }: LinkClaim, { calendar, now }: WatchTimesContext) {
  const day = date === undefined ? undefined : calendar.dayOf(date);
  return day && middleOf(day, now);
}

/** From `YYYY-MM-DD`, oldest first. */
export type ClaimsByDay = ReadonlyMap<string, readonly Claim[]>;

export function byDay(
  claims: readonly Claim[],
  times: WatchTimes,
  { today, dayAt }: Calendar,
): ClaimsByDay {
  const dateOf = (claim: Claim) => {
    const time = times.get(claim);
    return time === undefined ? today.date : dayAt(time).date;
  };
  return new Map([...Map.groupBy(claims, dateOf)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
