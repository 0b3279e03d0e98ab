import { endpoints, type ResponseOf } from '@immersion-tracker/contract';
import type * as z from 'zod';
import { settingsItem } from '../store/items.ts';

export type Settings = ResponseOf<typeof endpoints.getSettings>;

/** The attributes of the item with a user's settings. */
export const storedSettings = settingsItem.omit({ pk: true, sk: true, user: true });

/** A user's settings, all null if nothing is stored. */
export function settingsOf(stored: z.output<typeof storedSettings> | undefined): Settings {
  return endpoints.getSettings.response.parse({
    time_zone: stored?.time_zone ?? null,
    day_starts_at_hour: stored?.day_starts_at_hour ?? null,
    daily_goal_minutes: stored?.daily_goal_minutes ?? null,
    target_hours: stored?.target_hours ?? null,
    target_date: stored?.target_date ?? null,
  });
}
