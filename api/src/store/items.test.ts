import { describe, expect, test } from 'vitest';
import { isRestorable, itemSchema, SETTINGS_KEY, settingsItem } from './items.ts';
import { everyKind } from './testing/conformance/every-kind.ts';
import { foreign, movie } from './testing/conformance/subject.ts';

test('every type of item has a schema by its sort key', () => {
  const items = everyKind('alice').map(({ item }) => item);

  const parsed = items.map((item) => itemSchema(item.sk)?.parse(item));

  expect(parsed).toEqual(items);
});

test.each(['', 'NOTE#1', 'MOVIE', 'movie#a', 'SETTINGS#1', 'SETTING'])(
  'the key %j is not of any type of item',
  (sk) => {
    expect(itemSchema(sk)).toBeUndefined();
  },
);

test('settings of another type count as not set', () => {
  const keys = { pk: 'USER#alice', sk: SETTINGS_KEY, user: 'alice' };
  const settings = {
    ...{ time_zone: 1, day_starts_at_hour: 4.5, daily_goal_minutes: '60', target_hours: null },
    target_date: 20_280_331,
  };

  expect(settingsItem.parse({ ...keys, ...settings })).toEqual({
    ...{ ...keys, time_zone: null, day_starts_at_hour: null, daily_goal_minutes: null },
    ...{ target_hours: null, target_date: null },
  });
});

describe('an item can be restored', () => {
  test('if it fits its schema, with attributes of other tools and all digits', () => {
    const digits = { movie_duration: { N: '7200.1234567890123456' } };
    const { movie_duration: _, ...item } = movie('alice', 'a');

    expect(isRestorable(foreign('alice', 'a'))).toBe(true);
    expect(isRestorable({ ...item, other_attributes: digits })).toBe(true);
  });

  test.each([
    ['it does not fit its schema', { ...movie('alice', 'a'), timestamp: 'today' }],
    ['its type is unknown', { ...movie('alice', 'a'), sk: 'NOTE#1' }],
    [
      'DynamoDB cannot hold it',
      { ...movie('alice', 'a'), other_attributes: { movie_duration: { N: '1e308' } } },
    ],
    ['JSON cannot hold it', { ...movie('alice', 'a'), note: Number.POSITIVE_INFINITY }],
  ])('but not if %s', (_, item) => {
    expect(isRestorable(item)).toBe(false);
  });
});
