import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysAfter } from '../days/days.ts';
import { historyDay, noGoal, noHistory } from '../days/testing/samples.ts';
import { yearFigures } from './year-figures.ts';

const hour = { episode_seconds: 3600, episode_records: 2 };
const days = [
  historyDay('2025-12-30', hour),
  historyDay('2025-12-31', hour),
  historyDay('2026-01-01', { movie_seconds: 5400, movie_records: 1 }),
  historyDay('2026-01-02', hour),
  historyDay('2026-03-01', { ...hour, spotify_episode_seconds: 3600 }),
  historyDay('2026-11-27', { movie_records: 1 }),
];
const history = { ...noHistory, days };

test('a year is summed up without the days of other years', () => {
  const figures = yearFigures(history, 2026);

  expect(figures).toMatchObject({
    until: '2026-11-27',
    seconds: 5400 + 3600 + 7200,
    activeDays: 4,
    byKind: { episode: 7200, movie: 5400, youtube_video: 0, spotify_episode: 3600 },
    kinds: ['episode', 'movie', 'spotify_episode'],
  });
});

test('days in a row are counted within the year', () => {
  expect(yearFigures(history, 2026).longestRow).toBe(2);
  expect(yearFigures(history, 2025).longestRow).toBe(2);
  expect(yearFigures({ ...history, days: [] }, 2026).longestRow).toBe(0);
});

test('days in a row continue across the end of February', () => {
  const february = [historyDay('2024-02-28'), historyDay('2024-02-29'), historyDay('2024-03-01')];

  expect(yearFigures({ ...history, days: february }, 2024).longestRow).toBe(3);
});

test('a year that is over has no days to come, and no last day to name', () => {
  const { until, days: all } = yearFigures(history, 2024);

  expect(until).toBeUndefined();
  expect(all).toHaveLength(366);
  expect(all.at(-1)).toEqual({ date: '2024-12-31', level: 0 });
});

test('on its last day, a year is over', () => {
  expect(yearFigures({ ...history, today: '2026-12-31' }, 2026).until).toBeUndefined();
});

test('every day has the colour of its length, and the days to come have none', () => {
  const goal = { ...noGoal, daily_goal_minutes: 30 };
  const { days: all } = yearFigures({ ...history, goal }, 2026);
  const level = (date: string) => all.find((day) => day.date === date)?.level;

  expect(all).toHaveLength(365);
  expect(['01-01', '01-03', '11-27', '11-28', '12-31'].map((day) => level(`2026-${day}`))).toEqual([
    4,
    0,
    1,
    undefined,
    undefined,
  ]);
});

describe('the weeks', () => {
  test('begin on 1 January, and give the seconds a day', () => {
    const { weeks } = yearFigures(history, 2026);

    // 331 days until 27 November are 47 weeks and two days. 1 March is the 60th.
    expect(weeks).toHaveLength(47);
    expect(weeks[0]).toMatchObject({ episode: 3600 / 7, movie: 5400 / 7 });
    expect(weeks[8]).toMatchObject({ episode: 3600 / 7, spotify_episode: 3600 / 7 });
  });

  test('the first days of a year are one week', () => {
    const begun = { ...history, days: days.slice(0, 4), today: '2026-01-02' };

    expect(yearFigures(begun, 2026).weeks).toMatchObject([{ movie: 2700, episode: 1800 }]);
  });

  test('neither lose nor add a second', () => {
    const someDays = fc.uniqueArray(fc.nat(364), { maxLength: 60 });
    fc.assert(
      fc.property(someDays, (numbers) => {
        const some = numbers
          .sort((a, b) => a - b)
          .map((number) => historyDay(daysAfter('2025-01-01', number), hour));

        const { weeks, seconds } = yearFigures({ ...history, days: some }, 2025);

        // 52 weeks, of which the last has a day more.
        const sum = weeks.reduce(
          (all, { episode }, index) => all + episode * (index < 51 ? 7 : 8),
          0,
        );
        expect(sum).toBeCloseTo(seconds);
      }),
    );
  });
});
