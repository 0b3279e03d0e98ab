import { describe, expect, test } from 'vitest';
import { daysAfter } from '../../days/days.ts';
import { seen } from '../../days/testing/samples.ts';
import { createFormats } from '../../text/formats.ts';
import type { Goal } from '../../tracker/tracker.ts';
import { daily, forecast, historyOf, TODAY, thousand } from '../testing/samples.ts';
import { goalWords } from './goal-words.ts';
import type { Line } from './line.ts';

const formats = createFormats(['en-NZ']);

const textOf = ({ parts, isGood }: Line) => {
  const texts = parts.map((part) => {
    if (typeof part === 'string') return part;
    return 'strong' in part ? `*${part.strong}*` : `[${part.link}]`;
  });
  return seen(`${isGood ? '✓ ' : ''}${texts.join('')}`);
};

/** The texts from top to bottom, with stars around what is stressed, and brackets around links. */
function textsOf(goal: Partial<Goal> | undefined, minutes: readonly number[]): string[] {
  const { headline, note, range, lines } = goalWords(historyOf(minutes, goal), formats);
  const above = [headline, note, range && range.opener + range.rest];
  return [...above.filter((text) => text !== undefined).map(seen), ...lines.map(textOf)];
}

const month = daily(60, 30);
const range = '8 times out of 10, the day falls between August 2027 and January 2030.';

test('without a goal there are no words', () => {
  expect(goalWords(historyOf(month), formats)).toEqual({ drawing: 'curve', lines: [] });
});

test.each([
  ['three days with a record are a curve', [10, 0, 10, 10], 'curve'],
  ['two are not', [10, 0, 10, 0], 'bar'],
])('%s', (_, minutes, drawing) => {
  expect(goalWords(historyOf(minutes), formats).drawing).toBe(drawing);
});

describe('a forecast', () => {
  test('has a date and a range', () => {
    expect(textsOf(thousand, month)).toEqual(['1,000 h around 14 March 2028', range]);
  });

  test.each([
    [0, '1,000 h, probably today'],
    [1, '1,000 h, probably tomorrow'],
    [2, '1,000 h around 29 November 2026'],
  ])('that is %i days away', (days, headline) => {
    const likely = daysAfter(TODAY, days);

    expect(textsOf({ ...thousand, forecast: { ...forecast, likely } }, month)[0]).toBe(headline);
  });
});

describe('a date', () => {
  const dated = (goal: Partial<Goal>) => textsOf({ ...thousand, ...goal }, month).at(-1);

  test.each([
    [
      'later than the forecast',
      { target_date: '2028-12-31', minutes_a_day_needed: 53.2 },
      '✓ *On course for 31 December 2028.* That takes 54 min a day; you average 61.',
    ],
    [
      'on the day of the forecast',
      { target_date: '2028-03-14', minutes_a_day_needed: 61 },
      '✓ *On course for 14 March 2028.* That takes 61 min a day; you average 61.',
    ],
    [
      'that is just possible',
      { target_date: '2028-03-14', minutes_a_day_needed: 61.1 },
      '✓ *On course for 14 March 2028.* That takes 62 min a day, about what you average.',
    ],
    [
      'earlier than the forecast',
      { target_date: '2027-10-31', minutes_a_day_needed: 74.1 },
      '*31 October 2027 takes 75 min a day.* You average 61. [Move the date]',
    ],
    [
      'just missed',
      { target_date: '2028-03-13', minutes_a_day_needed: 61.9, pace_minutes: 61.8 },
      '*13 March 2028 takes 62 min a day.* You average 61. [Move the date]',
    ],
    [
      'that even whole days do not reach',
      { target_date: '2026-11-30', minutes_a_day_needed: 1440.1 },
      '*30 November 2026 would take more than 24 h a day.* [Move the date]',
    ],
    [
      'that is today',
      { target_date: TODAY, minutes_a_day_needed: 75 },
      '*Today takes 75 min.* You average 61. [Move the date]',
    ],
    [
      'that is today and near',
      {
        ...{ target_date: TODAY, minutes_a_day_needed: 30 },
        forecast: { ...forecast, likely: TODAY },
      },
      '✓ *On course for today.* That takes 30 min; you average 61.',
    ],
    [
      'at next to no pace',
      { target_date: '2028-03-13', minutes_a_day_needed: 1.2, pace_minutes: 0.9 },
      '*13 March 2028 takes 2 min a day.* You average less than 1. [Move the date]',
    ],
    [
      'that has passed',
      { target_date: '2026-11-26' },
      '*26 November 2026 has passed.* [Pick a new date]',
    ],
    [
      'beyond what a forecast can see',
      { target_date: '2050-12-31', minutes_a_day_needed: 53.2, forecast: null },
      '✓ *On course for 31 December 2050.* That takes 54 min a day; you average 61.',
    ],
  ])('%s', (_, goal, words) => {
    expect(dated(goal)).toBe(words);
  });
});

describe('a short history', () => {
  const young = { target_hours: 1000 };

  test('shows the hours so far, and the day of the first forecast', () => {
    // Its first day is 14 November.
    expect(textsOf(young, daily(60, 14))).toEqual([
      '1,000 h',
      'Every one of them counts.',
      'A date appears here on 12 December, after four weeks.',
    ]);
    expect(goalWords(historyOf(daily(60, 14), young), formats).drawing).toBe('bar');
  });

  test('gets its forecast tomorrow', () => {
    expect(textsOf(young, daily(60, 28)).at(-1)).toBe(
      'A date appears here tomorrow, after four weeks.',
    );
  });

  test('can already have a date to reach', () => {
    const goal = { ...young, target_date: '2028-03-31', minutes_a_day_needed: 74.1 };

    expect(textsOf(goal, daily(60, 14))[2]).toBe('*31 March 2028 takes 75 min a day.*');
  });
});

describe('a break', () => {
  const goal = { ...thousand, forecast: null };
  const breakOf = (days: number, today: number) => [60, ...daily(0, days), today];

  test('pauses the forecast after 56 days', () => {
    expect(textsOf(goal, breakOf(56, 0))).toEqual([
      '1,000 h',
      'You are taking a break. The forecast returns with your next sessions.',
    ]);
    expect(textsOf(goal, breakOf(55, 0))[1]).toBe('More than ten years away at your current pace.');
  });

  test('ends with the first minute', () => {
    expect(textsOf(goal, breakOf(56, 5))[1]).toBe('Welcome back. The forecast returns tomorrow.');
  });

  test('is not compared with what somebody used to watch', () => {
    const dated = { ...goal, target_date: '2028-03-31', minutes_a_day_needed: 74.1 };

    expect(textsOf(dated, breakOf(70, 0)).at(-1)).toBe('*31 March 2028 takes 75 min a day.*');
    expect(textsOf({ daily_goal_minutes: 60, pace_minutes: 20 }, breakOf(70, 0))[1]).toBe(
      'Reached on 1 of 72 days.',
    );
  });
});

describe('more than ten years', () => {
  const far = (target_hours: number, pace_minutes: number) =>
    // 310 hours so far.
    textsOf({ target_hours, pace_minutes }, [...daily(600, 30), 600]).at(-1);

  test.each([
    // 4,690 h are 2,345 days.
    [5000, 30, 'At 2 h a day it would take about 6 years and 5 months.'],
    // 9,690 h are 4,845 days at 2 h, and 2,423 at 4 h.
    [10_000, 30, 'At 4 h a day it would take about 6 years and 8 months.'],
    // 19,690 h are 3,282 days at 6 h.
    [20_000, 125, 'At 6 h a day it would take about 9 years.'],
    // 99,690 h are 4,154 days.
    [
      ...([100_000, 30] as const),
      'Even at 24 h a day it would take about 11 years and 4 months. [Change the total]',
    ],
    [1_000_000, 1500, '[Change the total]'],
  ])('for %i h at %i min a day', (hours, pace, words) => {
    expect(far(hours, pace)).toBe(words);
  });
});

describe('a target that is reached', () => {
  test.each([
    [1, ['1 h. You did it.', 'Reached on 29 October 2026, on your first day.']],
    [2, ['2 h. You did it.', 'Reached on 30 October 2026, after 2 days.']],
    [30, ['30 h. You did it.', 'Reached on 27 November 2026, after 30 days.']],
  ])('%i h', (target_hours, words) => {
    expect(textsOf({ target_hours, target_date: '2026-11-01' }, month)).toEqual([
      ...words,
      '[Set your next goal]',
    ]);
  });
});

describe('a daily goal without a total', () => {
  const goal = { daily_goal_minutes: 60, pace_minutes: 61.9 };
  const add = '[Add a total] to see when you will reach it.';

  test('says on how many of the last 180 days it was reached', () => {
    const minutes = [...daily(60, 100), ...daily(59, 95), ...daily(61, 85)];

    expect(textsOf(goal, minutes)).toEqual([
      '60 min a day',
      'Reached on 85 of the last 180 days. You average 61 min.',
      add,
    ]);
  });

  test.each([
    [
      'counts the days that there are',
      goal,
      [...daily(60, 9), ...daily(10, 20)],
      '9 of 29 days. You average 61 min.',
    ],
    ['has no average yet', { daily_goal_minutes: 60 }, daily(60, 14), '14 of 14 days.'],
  ])('%s', (_, set, minutes, words) => {
    expect(textsOf(set, minutes)[1]).toBe(`Reached on ${words}`);
  });

  test('that was never reached is not held against anybody', () => {
    expect(textsOf(goal, daily(59, 30))).toEqual(['60 min a day', 'You average 61 min.', add]);
    expect(textsOf({ daily_goal_minutes: 60 }, [59])).toEqual(['60 min a day', add]);
  });

  test('is reached on the first day', () => {
    expect(textsOf({ daily_goal_minutes: 60 }, [60])[1]).toBe('Reached on your first day.');
  });
});

describe('a date without a total', () => {
  test('asks for the total', () => {
    expect(textsOf({ target_date: '2028-05-31' }, month)).toEqual([
      'By 31 May 2028',
      '[Add a total] to see what it takes to reach it by 31 May 2028.',
    ]);
  });

  test('that has passed asks for another one', () => {
    expect(textsOf({ daily_goal_minutes: 60, target_date: '2026-11-26' }, [10])).toEqual([
      '60 min a day',
      '*26 November 2026 has passed.* [Pick a new date]',
      '[Add a total] to see when you will reach it.',
    ]);
  });
});
