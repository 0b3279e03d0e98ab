import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import type * as z from 'zod';
import { isTimeZone } from '../settings.ts';
import { settingsItem } from '../store/items.ts';

export type Settings = ResponseOf<typeof endpoints.getSettings>;

/** The attributes of the item with a user's settings. */
export const storedSettings = settingsItem.omit({ pk: true, sk: true, user: true });

/** A user's settings. Null stands for what is not stored, or is not a valid value. */
export function settingsOf(stored: z.output<typeof storedSettings> | undefined): Settings {
  const { shape } = endpoints.getSettings.response;
  const timeZone = shape.time_zone.safeParse(stored?.time_zone).data ?? null;
  return {
    time_zone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    day_starts_at_hour: shape.day_starts_at_hour.safeParse(stored?.day_starts_at_hour).data ?? null,
    daily_goal_minutes: shape.daily_goal_minutes.safeParse(stored?.daily_goal_minutes).data ?? null,
    target_hours: shape.target_hours.safeParse(stored?.target_hours).data ?? null,
    target_date: shape.target_date.safeParse(stored?.target_date).data ?? null,
  };
}
