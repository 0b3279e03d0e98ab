import { expect, test } from 'vitest';
import { historyDay, noGoal, noHistory } from '../days/testing/samples.ts';
import { createFormats } from '../text/formats.ts';
import type { History } from '../tracker/tracker.ts';
import { comingUp } from './coming.ts';

const formats = createFormats(['en-NZ']);
const hour = { episode_seconds: 3600, episode_records: 3 };
const STREAK = 'A streak';
const WEEKS = 'Your weeks side by side';
const DATE = 'The date you will reach your goal';

/** What is to come on a day for somebody who watched an hour on some days, with a goal of hours. */
function coming(today: string, dates: readonly string[], streak: Partial<History['streak']>) {
  const history: History = {
    ...{ ...noHistory, today, days: dates.map((date) => historyDay(date, hour)) },
    streak: { ...noHistory.streak, ...streak },
    goal: { ...noGoal, target_hours: 1000 },
  };
  return comingUp(history, formats).map(({ what, when }) => [what, when]);
}

test('on the first day, everything is to come', () => {
  const shown = coming('2026-11-27', ['2026-11-27'], { current_days: 1, longest_days: 1 });

  expect(shown).toEqual([
    [STREAK, 'Tomorrow'],
    [WEEKS, 'Friday, 4 December'],
    [DATE, 'Friday, 25 December'],
  ]);
});

test('on the day after it, a streak can start before the day ends', () => {
  const shown = coming('2026-11-28', ['2026-11-27'], { current_days: 1, longest_days: 1 });

  expect(shown[0]).toEqual([STREAK, 'Today']);
});

test('after a missed day, a streak takes until tomorrow', () => {
  const missed = coming('2026-11-29', ['2026-11-27'], { current_days: 0, longest_days: 1 });
  const back = coming('2026-11-29', ['2026-11-27', '2026-11-29'], {
    ...{ current_days: 1, longest_days: 1 },
  });

  expect([missed[0], back[0]]).toEqual([
    [STREAK, 'Tomorrow'],
    [STREAK, 'Tomorrow'],
  ]);
});

test.each([
  ['the last day of the first week', '2026-12-03', [WEEKS, DATE]],
  ['a week later', '2026-12-04', [DATE]],
  ['the last day of the first four weeks', '2026-12-24', [DATE]],
  ['four weeks later', '2026-12-25', []],
])('only what the dashboard does not show yet is coming up: %s', (_, today, left) => {
  const shown = coming(today, ['2026-11-27', '2026-11-28'], { current_days: 0, longest_days: 2 });

  expect(shown.map(([what]) => what)).toEqual(left);
});

test('without a goal of hours, the date asks for one; with a goal that is reached, it is gone', () => {
  const history = { ...noHistory, days: [historyDay('2026-11-27', hour)] };
  const dateIn = (goal: History['goal']) =>
    comingUp({ ...history, goal }, formats).filter(({ what }) => what === DATE);

  expect(dateIn(null)).toMatchObject([{ needsGoal: true }]);
  expect(dateIn({ ...noGoal, daily_goal_minutes: 60 })).toMatchObject([{ needsGoal: true }]);
  expect(dateIn({ ...noGoal, target_hours: 2 })).toMatchObject([{ needsGoal: false }]);
  expect(dateIn({ ...noGoal, target_hours: 1 })).toEqual([]);
});
