import { endpoints } from '@immersion-tracker/contract';
import type { Settings } from '../tracker/tracker.ts';
import { type Problems, sentence } from './use-saving.ts';

const GOAL_FIELDS = ['daily_goal_minutes', 'target_hours', 'target_date'] as const;

/** The settings that make up a goal. */
export type GoalSettings = Pick<Settings, (typeof GOAL_FIELDS)[number]>;

/** What the fields of a goal show. Empty for a part that is not set. */
export type GoalFields = { readonly [Name in keyof GoalSettings]: string };

export const NO_GOAL: GoalSettings = {
  daily_goal_minutes: null,
  target_hours: null,
  target_date: null,
};

export function fieldsOf(goal: GoalSettings, number: (value: number) => string): GoalFields {
  const shown = (value: number | null) => (value === null ? '' : number(value));
  return {
    daily_goal_minutes: shown(goal.daily_goal_minutes),
    target_hours: shown(goal.target_hours),
    target_date: goal.target_date ?? '',
  };
}

/** The goal that was typed. A part with a problem is as it was saved. */
export function goalOf(
  fields: GoalFields,
  saved: GoalSettings,
): { readonly goal: GoalSettings; readonly problems: Problems } {
  const typed = {
    daily_goal_minutes: numberOf(fields.daily_goal_minutes),
    target_hours: numberOf(fields.target_hours),
    target_date: fields.target_date.trim() || null,
  };
  const { error } = endpoints.updateSettings.request.safeParse(typed);
  const problems: Problems = Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path[0], sentence(message)]),
  );
  const valid = Object.entries(typed).filter(([name]) => !(name in problems));
  return { goal: { ...saved, ...Object.fromEntries(valid) }, problems };
}

/** Only what differs. */
export function changesOf(goal: GoalSettings, saved: GoalSettings): Partial<GoalSettings> {
  return Object.fromEntries(
    GOAL_FIELDS.filter((name) => goal[name] !== saved[name]).map((name) => [name, goal[name]]),
  );
}

/** Null if the text is blank. A text that is no number stays one, and the schema says what is wrong with it. */
function numberOf(text: string): number | string | null {
  const plain = text.replace(/[\s,.']/g, '');
  if (plain === '') return null;
  return /^\d+$/.test(plain) ? Number(plain) : text;
}
