import { nearestPlausible, plausibleWatch } from '@immersion-tracker/contract';
import {
  type Calendar,
  type DaySettings,
  learnerCalendar,
} from '@immersion-tracker/contract/calendar';
import type { Clock } from '../kernel/clock.ts';
import { SETTINGS_KEY, settingsItem } from '../store/items.ts';
import type { ReadItems } from '../store/store.ts';
import { type Settings, settingsOf, storedSettings } from './stored-settings.ts';

/** With the key, since other tools' keys can begin like it. */
const keyedSettings = storedSettings.extend({ sk: settingsItem.shape.sk });

export interface CalendarDeps {
  readonly clock: Clock;
  /** IANA name of the time zone of users who have not set their own. */
  readonly timeZone: string;
}

/** A user's calendar at one moment. */
export interface UserCalendar {
  /** In epoch milliseconds. */
  readonly now: number;
  readonly calendar: Calendar;
  /** How it counts days. */
  readonly days: DaySettings;
  readonly settings: Settings;
}

/**
 * Reads the user's settings, and makes their calendar at the present moment. A clock beyond 2099 counts as the
 * end of that year.
 */
export async function readCalendar(
  read: ReadItems,
  { clock, timeZone }: CalendarDeps,
): Promise<UserCalendar> {
  const found = (await Array.fromAsync(read(SETTINGS_KEY, keyedSettings))).flat();
  const settings = settingsOf(found.find(({ sk }) => sk === SETTINGS_KEY));
  // With a clock that is wrong by millennia, axes and lists would span millennia.
  const now = nearestPlausible(clock() / 1000, plausibleWatch) * 1000;
  const days = {
    timeZone: settings.time_zone ?? timeZone,
    dayStartsAtHour: settings.day_starts_at_hour ?? 0,
  };
  return { now, calendar: learnerCalendar(now, days), days, settings };
}
