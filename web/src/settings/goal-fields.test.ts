import { thousands as number } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { changesOf, fieldsOf, goalOf, NO_GOAL } from './goal-fields.ts';

const saved = { daily_goal_minutes: 60, target_hours: 1000, target_date: '2028-12-31' };

test('a goal that is shown and read again is unchanged', () => {
  const { goal, problems } = goalOf(fieldsOf(saved, number), saved, number);

  expect(goal).toEqual(saved);
  expect(problems).toEqual({});
  expect(changesOf(goal, saved)).toEqual({});
});

test('only what was edited is a change, and an empty field clears its part', () => {
  const fields = { ...fieldsOf(saved, number), daily_goal_minutes: '90', target_date: '' };

  const { goal } = goalOf(fields, saved, number);

  expect(changesOf(goal, saved)).toEqual({ daily_goal_minutes: 90, target_date: null });
});

test('an invalid number has a problem, and does not change the goal', () => {
  const fields = { ...fieldsOf(saved, number), daily_goal_minutes: 'an hour', target_hours: '500' };

  const { goal, problems } = goalOf(fields, saved, number);

  expect(goal).toEqual({ ...saved, target_hours: 500 });
  expect(Object.keys(problems)).toEqual(['daily_goal_minutes']);
});

test('a date whose year has more than four digits has a problem, and does not change the goal', () => {
  const fields = { ...fieldsOf(saved, number), target_date: '12028-12-31' };

  const { goal, problems } = goalOf(fields, saved, number);

  expect(goal).toEqual(saved);
  expect(Object.keys(problems)).toEqual(['target_date']);
});

test('removing a goal clears the parts that are set', () => {
  expect(changesOf(NO_GOAL, { ...saved, target_hours: null })).toEqual({
    daily_goal_minutes: null,
    target_date: null,
  });
});
