import { endpoints } from '@immersion-tracker/contract';
import {
  type Calendar,
  type DaySettings,
  learnerCalendar,
} from '@immersion-tracker/contract/calendar';
import type { Tracker } from '../tracker/tracker.ts';

/**
 * How the tracker counts a learner's days. Only `GET /history` tells the time zone of the tracker itself,
 * which counts for a learner who has not set one.
 */
export async function daySettings(tracker: Tracker): Promise<DaySettings> {
  const settings = await tracker.send(endpoints.getSettings, undefined);
  const timeZone =
    settings.time_zone ?? (await tracker.send(endpoints.getHistory, undefined)).time_zone;
  return { timeZone, dayStartsAtHour: settings.day_starts_at_hour ?? 0 };
}

/** The days of a learner, as the tracker counts them. */
export async function learnerDays(tracker: Tracker): Promise<Calendar> {
  return learnerCalendar(tracker.now() * 1000, await daySettings(tracker));
}

/** Days from midnight to midnight on this machine, for when the tracker cannot be asked. */
export function daysOfMachine(): Calendar {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return learnerCalendar(Date.now(), { timeZone, dayStartsAtHour: 0 });
}
