import { describe, expect, test } from 'vitest';
import { plainPaint } from '../../text/paint.ts';
import type { Goal } from '../history.ts';
import { daysUntil, noGoal, noHistory, TODAY } from '../testing/any-history.ts';
import { target } from './target.ts';

const WIDE = 500;
const base: Partial<Goal> = { target_hours: 1000, hours_so_far: 314, pace_minutes: 61.4 };
const forecast = { early: '2027-08-05', likely: '2028-03-14', late: '2030-01-15' };

/** The section, from the goal and the minutes of the last days. */
const section = (goal: Partial<Goal>, minutes: readonly number[] = [60], columns = WIDE) => {
  const days = daysUntil(TODAY, ...minutes);
  return target({ ...noHistory, days, goal: { ...noGoal, ...goal } }, columns, plainPaint);
};
/** Its sentences. */
const wordsOn = (goal: Partial<Goal>, minutes?: readonly number[]) =>
  section({ ...base, ...goal }, minutes)[2]?.trim();

test('a goal has a gauge, and sentences whose dates stay on one line', () => {
  const goal = { ...base, target_date: '2028-03-31', minutes_a_day_needed: 83.9, forecast };

  // 72 columns for 31.4 %: 22.6, rounded down.
  expect(section(goal, [60], 80)).toEqual([
    'Goal · 314 of 1,000 hours',
    `  ${'▆'.repeat(22)}${'▁'.repeat(50)}   31%`,
    '  To get there by 31 March 2028, you need 1 h 24 min a day. At your current pace',
    '  of 1 h 1 min a day, you will reach 1,000 hours around 14 March 2028. Paces',
    '  change, though: 8 times out of 10, the day falls between 5 August 2027 and',
    '  15 January 2030.',
  ]);
});

describe('the forecast', () => {
  const pace = 'At your current pace of 1 h 1 min a day,';
  const range = 'Paces change, though: 8 times out of 10, the day falls between';

  test('of a date can have no late end', () => {
    expect(wordsOn({ forecast: { ...forecast, late: null } })).toBe(
      `${pace} you will reach 1,000 hours around 14 March 2028. ${range} 5 August 2027 and a day more than ten years from now.`,
    );
  });

  test('can be as early as today', () => {
    const soon = { early: TODAY, likely: '2026-11-26', late: '2026-11-28' };

    expect(wordsOn({ forecast: soon })).toBe(
      `${pace} you will reach 1,000 hours around 26 November 2026. ${range} today and 28 November 2026.`,
    );
  });

  test('can be today for sure', () => {
    const now = { early: TODAY, likely: TODAY, late: TODAY };

    expect(wordsOn({ target_hours: 1, hours_so_far: 0, forecast: now })).toBe(
      `${pace} you will reach 1 hour today.`,
    );
  });

  test.each([
    ['needs history', { pace_minutes: null }, [60], 'A forecast needs four weeks of history.'],
    [
      ...(['is too far away', { pace_minutes: 0.4 }, [60, 0]] as const),
      'At your current pace of less than a minute a day, 1,000 hours are more than ten years away.',
    ],
    [
      ...(['is far away', {}, [1, ...Array<number>(56).fill(0)]] as const),
      `${pace} 1,000 hours are more than ten years away.`,
    ],
    [
      ...(['pauses in a break', {}, [1, ...Array<number>(57).fill(0)]] as const),
      'You are taking a break. The forecast returns with your next sessions.',
    ],
    [
      ...(['returns after a break', {}, [1, ...Array<number>(56).fill(0), 30]] as const),
      'Welcome back. The forecast returns tomorrow.',
    ],
  ])('%s', (_, goal, minutes, words) => {
    expect(wordsOn(goal, minutes)).toBe(words);
  });
});

describe('a target date', () => {
  const dated = (goal: Partial<Goal>) =>
    wordsOn({ target_date: '2028-03-31', pace_minutes: null, ...goal })?.replace(
      ' A forecast needs four weeks of history.',
      '',
    );
  const words = 'To get there by 31 March 2028, you need';

  test.each([
    [
      'a pace that is too slow',
      { minutes_a_day_needed: 60.1, pace_minutes: null },
      `${words} 1 h 1 min a day.`,
    ],
    ['next to nothing', { minutes_a_day_needed: 0.2 }, `${words} 1 min a day.`],
    [
      'more than a day has',
      { minutes_a_day_needed: 1440.1 },
      'To get there by 31 March 2028, a day would need more than 24 hours.',
    ],
    [
      'today',
      { target_date: TODAY, minutes_a_day_needed: 30 },
      'To get there today, you need 30 min a day.',
    ],
    [
      'the past',
      { target_date: '2026-11-24' },
      '24 November 2026 has passed with 686 hours to go; `immersion goal --by <date>` sets another date.',
    ],
    [
      'the past, almost reached',
      { target_date: '2026-11-24', hours_so_far: 999 },
      '24 November 2026 has passed with 1 hour to go; `immersion goal --by <date>` sets another date.',
    ],
  ])('with %s', (_, goal, expected) => {
    expect(dated(goal)).toBe(expected);
  });

  test.each([
    [60, 60, true],
    [60.9, 60.1, false],
    [59.9, 59.1, false],
    [61.2, 60.1, true],
  ])('a pace of %d minutes is enough for %d: %s', (pace, needed, isEnough) => {
    const goal = { target_date: '2028-03-31', pace_minutes: pace, minutes_a_day_needed: needed };

    const sentence = wordsOn({ ...goal, forecast })?.split('. ')[0];

    expect(sentence?.endsWith('and you have kept that up lately')).toBe(isEnough);
  });

  test('without hours asks for them', () => {
    expect(section({ target_date: '2028-03-31' })).toEqual([
      'Goal · by 31 March 2028',
      '  To set how many hours to reach by then: immersion goal --hours 1000',
    ]);
  });
});

test('a goal that is reached asks for the next one', () => {
  const [heading, gauge, words] = section(
    { target_hours: 100, hours_so_far: 100, target_date: '2020-01-01' },
    [60],
    80,
  );

  expect(heading).toBe('Goal · 100 of 100 hours');
  expect(gauge).toBe(`  ${'▆'.repeat(72)}  100%`);
  expect(words).toBe('  You have reached your goal. The next one: immersion goal --hours <hours>');
});

test('the gauge is full only if the goal is reached, and never empty after the first hour', () => {
  expect(section({ target_hours: 1000, hours_so_far: 999 }, [60], 80)[1]).toBe(
    `  ${'▆'.repeat(71)}▁   99%`,
  );
  expect(section({ target_hours: 1000, hours_so_far: 1 }, [60], 80)[1]).toBe(
    `  ▆${'▁'.repeat(71)}    0%`,
  );
});

test.each([null, { ...noGoal, daily_goal_minutes: 60 }])(
  'without a target there is no section',
  (goal) => {
    expect(target({ ...noHistory, goal }, 80, plainPaint)).toEqual([]);
  },
);
