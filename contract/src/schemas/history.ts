import * as z from 'zod';
import { count, date, seconds } from '../fields.ts';
import { fromEntries } from '../from-entries.ts';
import { lazy } from '../lazy.ts';
import { mediaKinds } from '../media/kinds.ts';
import { settings } from './settings.ts';

/** The tracker makes no forecast after this many days without a minute: the learner is taking a break. */
export const BREAK_DAYS = 56;

/** A forecast requires this many days of history. */
export const FORECAST_FROM_DAYS = 28;

/** How far a forecast looks ahead: ten years. */
export const FORECAST_MOST_DAYS = 3650;

type DayFields = { readonly [K in KindField]: number };
type KindField = `${(typeof mediaKinds)[number]['id']}_${'seconds' | 'records'}`;

/** Every kind's fields of a day: its seconds first, then its records. */
const dayFields = lazy(() => {
  const fields = (suffix: 'seconds' | 'records', schema: z.ZodType<number, number>) =>
    mediaKinds.map(({ id }): [KindField, z.ZodType<number, number>] => [`${id}_${suffix}`, schema]);
  return fromEntries([...fields('seconds', seconds()), ...fields('records', count())]);
});

const goal = lazy(() =>
  z.object({
    ...settings().pick({ daily_goal_minutes: true, target_hours: true, target_date: true }).shape,
    hours_so_far: count().meta({ description: 'Rounded down.' }),
    minutes_today: count().meta({ description: 'Rounded down.' }),
    minutes_a_day_needed: z.number().nullable().meta({
      description:
        'What was missing at the start of today, spread over the days from today to `target_date`; null without both targets, after that date, and once the target is reached.',
    }),
    pace_minutes: z.number().nullable().meta({
      description: 'The present pace in minutes a day; null with less than 28 days of history.',
    }),
    forecast: z
      .object({ early: date(), likely: date(), late: date().nullable() })
      .nullable()
      .meta({
        description:
          'The day on which the target will be reached: at the present pace, and the range that holds it 8 times out of 10. Null without a target, with less than ' +
          `${FORECAST_FROM_DAYS} days of history, after ${BREAK_DAYS} days without a minute, once the target is reached, and if it is more than ten years away. \`late\` alone can be null for that last reason.`,
      }),
  }),
);

export const history = lazy(() =>
  z
    .object({
      time_zone: z.string(),
      day_starts_at_hour: z.int(),
      today: date(),
      days: z
        .array(z.object({ date: date(), ...dayFields() }))
        .meta({ description: 'The days with a record, oldest first.' }),
      streak: z
        .object({
          current_days: count(),
          current_since: date().nullable(),
          longest_days: count(),
        })
        .meta({
          description:
            'Consecutive days with a record. The current streak ends today or yesterday.',
        }),
      guessed_seconds: seconds().meta({
        description: 'How much of the total rests on the guess of 20 minutes per episode.',
      }),
      goal: goal().nullable().meta({ description: 'Null while no goal is set.' }),
    })
    .meta({ id: 'History' }),
);

export type HistoryDay = { readonly date: string } & DayFields;

/** The length of everything watched on a day. */
export const secondsOfDay = (day: HistoryDay): number =>
  mediaKinds.reduce((sum, { id }) => sum + day[`${id}_seconds`], 0);

export const recordsOfDay = (day: HistoryDay): number =>
  mediaKinds.reduce((sum, { id }) => sum + day[`${id}_records`], 0);
