import * as z from 'zod';
import { date } from '../fields.ts';
import { lazy } from '../lazy.ts';

/** The sort key of a user's settings. */
export const SETTINGS_KEY = 'SETTINGS';

const settingFields = lazy(() => ({
  time_zone: z
    .string()
    .nullable()
    .meta({ description: "An IANA time zone such as Europe/Berlin; null for the tracker's own." }),
  day_starts_at_hour: z
    .int({ error: 'must be a whole number of hours' })
    .min(0, { error: 'must be from 0 to 23' })
    .max(23, { error: 'must be from 0 to 23' })
    .nullable()
    .meta({ description: 'The hour at which a day begins; null for midnight.' }),
  daily_goal_minutes: z
    .int({ error: 'must be a whole number of minutes' })
    .min(1, { error: 'must be at least 1' })
    .max(1440, { error: 'must be at most 1440, which is a day' })
    .nullable(),
  target_hours: z
    .int({ error: 'must be a whole number of hours' })
    .min(1, { error: 'must be at least 1' })
    .max(1_000_000, { error: 'must be at most 1000000' })
    .nullable(),
  target_date: date().nullable().meta({ description: 'The day by which to reach the target.' }),
}));

export const settings = lazy(() => z.object(settingFields()).meta({ id: 'Settings' }));

export const updateSettingsRequest = lazy(() =>
  z
    .object(settingFields())
    .partial()
    .meta({ id: 'UpdateSettingsRequest', description: 'Null clears a setting.' }),
);
