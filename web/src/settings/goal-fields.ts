import type { FormatNumber } from '@immersion-tracker/contract';
import { dayNumberOf } from '@immersion-tracker/contract/calendar';
import { readWholeNumber } from '../text/whole-number.ts';
import type { Settings } from '../tracker/tracker.ts';
import type { Problems } from './use-saving.ts';

const GOAL_FIELDS = ['daily_goal_minutes', 'target_hours', 'target_date'] as const;

/** The settings that make up a goal. */
export type GoalSettings = Pick<Settings, (typeof GOAL_FIELDS)[number]>;

/** What the fields of a goal show. Empty for a part that is not set. */
export type GoalFields = { readonly [Name in keyof GoalSettings]: string };

export const BAD_DATE = 'Enter a day, a month and a year, or leave it empty.';

export const NO_GOAL: GoalSettings = {
  daily_goal_minutes: null,
  target_hours: null,
  target_date: null,
};

export function fieldsOf(goal: GoalSettings, number: FormatNumber): GoalFields {
  const shown = (value: number | null) => (value === null ? '' : number(value));
  return {
    daily_goal_minutes: shown(goal.daily_goal_minutes),
    target_hours: shown(goal.target_hours),
    target_date: goal.target_date ?? '',
  };
}

/** The goal that was typed. A part with a problem keeps its saved value. */
export function goalOf(
  fields: GoalFields,
  saved: GoalSettings,
  number: FormatNumber,
): { readonly goal: GoalSettings; readonly problems: Problems } {
  const names = ['daily_goal_minutes', 'target_hours'] as const;
  const typed = names.map((name) => [name, readWholeNumber(fields[name], name, number)] as const);
  const right = typed.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]));
  const wrong = typed.flatMap(([name, { problem }]) =>
    problem === undefined ? [] : [[name, problem]],
  );
  // Browsers allow years of more than four digits.
  const isDate = fields.target_date === '' || dayNumberOf(fields.target_date) !== undefined;
  return {
    goal: {
      ...{ ...saved, ...Object.fromEntries(right) },
      ...(isDate && { target_date: fields.target_date || null }),
    },
    problems: { ...Object.fromEntries(wrong), ...(!isDate && { target_date: BAD_DATE }) },
  };
}

/** Only what differs. */
export function changesOf(goal: GoalSettings, saved: GoalSettings): Partial<GoalSettings> {
  return Object.fromEntries(
    GOAL_FIELDS.filter((name) => goal[name] !== saved[name]).map((name) => [name, goal[name]]),
  );
}
