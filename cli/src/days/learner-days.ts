import { endpoints } from '@immersion-tracker/contract';
import { type Calendar, learnerCalendar } from '@immersion-tracker/contract/calendar';
import type { Tracker } from '../tracker/tracker.ts';

/**
 * The days of a learner, as the tracker counts them. Only `GET /history` tells the time zone of the tracker
 * itself, which counts for a learner who has not set one.
 */
export async function learnerDays(tracker: Tracker): Promise<Calendar> {
  const settings = await tracker.send(endpoints.getSettings, undefined);
  const timeZone =
    settings.time_zone ?? (await tracker.send(endpoints.getHistory, undefined)).time_zone;
  const dayStartsAtHour = settings.day_starts_at_hour ?? 0;
  return learnerCalendar(tracker.now() * 1000, { timeZone, dayStartsAtHour });
}

/** Days from midnight to midnight on this machine, for when the tracker cannot be asked. */
export function daysOfMachine(): Calendar {
  return learnerCalendar(Date.now(), { timeZone: machineTimeZone(), dayStartsAtHour: 0 });
}

export const machineTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
