import type { Clock, Shown } from '@immersion-tracker/contract/calendar';

/** What a date and a time that somebody typed stand for. */
export type Draft =
  | { readonly type: 'earlier' | 'incomplete' | 'later' | 'unchanged' }
  /** `isSkipped`: the clocks never showed it, so it is the moment at which they changed. */
  | { readonly type: 'moment'; readonly moment: number; readonly isSkipped: boolean };

/** Reads a date and a time. `before` and `now` are in epoch seconds. */
export function draftOf(shown: Shown, before: number, now: number, clock: Clock): Draft {
  const shownBefore = clock.shownAt(before);
  const isSameTime = shown.time === shownBefore.time;
  // Also if the clocks show this time twice.
  if (isSameTime && shown.date === shownBefore.date) return { type: 'unchanged' };
  const found = clock.momentOf(shown);
  if (found === undefined) return { type: 'incomplete' };
  // Records of one minute keep their order if only the date changes.
  const seconds = isSameTime && !found.isSkipped ? before % 60 : 0;
  const moment = found.moment + seconds;
  if (found.moment > now) return { type: 'later' };
  // The tracker counts seconds from the beginning of 1970 in UTC.
  if (moment < 0) return { type: 'earlier' };
  return { type: 'moment', moment: Math.min(moment, now), isSkipped: found.isSkipped };
}
