import { endpoints } from '@immersion-tracker/contract';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Learner, useLearners } from '../testing/learners/learners.ts';
import { axe } from './testing/axe.ts';
import { DAY, learnerWith, show, twentyMonths } from './testing/history.ts';
import { overview, phone, signIn, useVisits } from './testing/visit.ts';

const visits = useVisits();
const learners = useLearners();
const everyDay = (episodes: number) =>
  show({ folder: 'a', episodes, first: episodes * DAY, every: DAY });
const withMonths = learnerWith(learners, twentyMonths());
const withWeeks = learnerWith(learners, everyDay(12));
const onBreak = learnerWith(
  learners,
  show({ folder: 'a', episodes: 30, first: 120 * DAY, every: DAY }),
);

const historyOf = ({ api }: Learner) => api.send(endpoints.getHistory, undefined);

interface GoalSettings {
  readonly daily_goal_minutes?: number;
  readonly target_hours?: number;
  readonly target_date?: string;
}

function setGoalOf({ api }: Learner, goal: GoalSettings) {
  const none = { daily_goal_minutes: null, target_hours: null, target_date: null };
  return api.send(endpoints.updateSettings, { ...none, ...goal });
}

/** The overview of a learner with this goal. */
async function visit(
  learner: Learner,
  goal: GoalSettings,
  options?: BrowserContextOptions,
): Promise<Page> {
  await setGoalOf(learner, goal);
  const page = await signIn(await visits.newcomer(options), learners.tracker.url, learner.user);
  await overview(page).waitFor();
  return page;
}

/** Changes the goal elsewhere and refreshes the page. */
async function change(page: Page, learner: Learner, goal: GoalSettings): Promise<void> {
  await setGoalOf(learner, goal);
  // While a refresh is under way, the button does nothing.
  await page.locator('.header-refresh[aria-disabled="false"]').click();
}

const card = (page: Page) => page.locator('.goal');

async function textOf(page: Page): Promise<string> {
  const text = await card(page).innerText();
  return text.replaceAll('\u00a0', ' ').replaceAll(/\s*\n\s*/g, '\n');
}

const dated = (date: string) =>
  new Intl.DateTimeFormat('en-NZ', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

test('the card and its table agree with the tracker', async () => {
  const page = await visit(withMonths, { target_hours: 200 });
  const { goal, today } = await historyOf(withMonths);
  const { early = '', likely = '', late = null } = goal?.forecast ?? {};
  expect(await textOf(page)).toContain(`200 h around ${dated(likely)}`);

  await page.getByRole('button', { name: 'Table of hours over time' }).click();

  const rows = await card(page).locator('tbody tr').allInnerTexts();
  const end = late === null ? 'In more than ten years' : dated(late);
  expect(rows.map((row) => row.replaceAll('\u00a0', ' ')).slice(-4)).toEqual([
    `${dated(today)}, today\t${goal?.hours_so_far} h`,
    `${dated(early)}, early\t200 h`,
    `${dated(likely)}, likely\t200 h`,
    `${end}, late\t200 h`,
  ]);
  expect(rows.length).toBeGreaterThan(20);
});

test('the card agrees with the tracker on what a date takes', async () => {
  const page = await visit(withMonths, { target_hours: 200, target_date: '2099-12-31' });
  const onCourse = await textOf(page);

  const { goal, today } = await historyOf(withMonths);
  const average = Math.floor(goal?.pace_minutes ?? Number.NaN);
  expect(average).toBeGreaterThan(0);
  expect(onCourse).toContain(
    `On course for 31 December 2099. That takes 1 min a day; you average ${average}.`,
  );

  await change(page, withMonths, { target_hours: 200, target_date: today });
  const move = page.getByRole('link', { name: 'Move the date' });
  await move.waitFor();

  const needed = (await historyOf(withMonths)).goal?.minutes_a_day_needed ?? Number.NaN;
  expect(needed).toBeGreaterThan(1440);
  expect(await textOf(page)).toContain('Today would take more than 24 h. Move the date');
  expect(await move.getAttribute('href')).toBe('#settings');
});

const NEXT_SESSIONS = 'You are taking a break. The forecast returns with your next sessions.';

test.each<[string, Learner, [GoalSettings, words: string, link: string][]]>([
  [
    'months',
    withMonths,
    [
      [{ target_hours: 1 }, '1 h. You did it.', 'Set your next goal'],
      [{ target_hours: 1_000_000 }, 'More than ten years away at your current pace.', 'Edit'],
      [{ daily_goal_minutes: 15 }, 'of the last 180 days. You average', 'Add a total'],
      [{ target_date: '2020-01-31' }, '31 January 2020 has passed.', 'Pick a new date'],
      [
        { target_hours: 200, target_date: '2020-01-30' },
        '30 January 2020 has passed.',
        'Pick a new date',
      ],
    ],
  ],
  [
    'weeks',
    withWeeks,
    [
      [{ target_hours: 1000 }, 'h so far', 'Edit'],
      [{ daily_goal_minutes: 20 }, '20 min a day\nReached on 12 of 13 days.', 'Add a total'],
    ],
  ],
  ['a break', onBreak, [[{ target_hours: 1000 }, NEXT_SESSIONS, 'Edit']]],
])(
  'what the card says of each goal of somebody with a history of %s',
  async (_, learner, goals) => {
    const page = await visit(learner, {});

    for (const [goal, words, link] of goals) {
      await change(page, learner, goal);
      await expect.poll(() => textOf(page)).toContain(words);
      const target = card(page).getByRole('link', { name: link, exact: true });
      expect(await target.getAttribute('href')).toBe('#settings');
    }
  },
);

describe('somebody without a goal', () => {
  const setGoal = (page: Page) => page.getByRole('button', { name: 'Set goal' });

  test('sees what a goal means, is told what to correct, and sets it', async () => {
    const learner = learnerWith(learners, show({ folder: 'a', episodes: 2, first: 0 }));
    const page = await visit(learner, {});
    const [minutes, hours] = [page.getByLabel('Minutes a day'), page.getByLabel('Hours in total')];
    expect([await minutes.inputValue(), await hours.inputValue()]).toEqual(['60', '1,000']);
    await page.getByText('60 min a day makes 1,000 h in about 2 years and 9 months.').waitFor();

    await minutes.fill('2000');
    await setGoal(page).click();
    await page.getByText('Enter 1,440 or less.').waitFor();
    expect(await minutes.evaluate((input) => input === document.activeElement)).toBe(true);
    await minutes.fill('90');
    await hours.fill('500');
    await page.getByText('90 min a day makes 500 h in about 11 months.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Every one of them counts.').waitFor();

    const edit = card(page).getByRole('link', { name: 'Edit' });
    expect(await edit.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await historyOf(learner)).goal).toMatchObject({
      ...{ daily_goal_minutes: 90, target_hours: 500, target_date: null },
    });
  });

  test('loses nothing if the tracker cannot save it', async () => {
    const page = await visit(learnerWith(learners, everyDay(9)), {});
    await page.getByLabel('Hours in total').fill('300');
    await page.getByLabel('Minutes a day').fill('');
    await page.route('**/settings', (route) =>
      route.fulfill({ status: 503, json: { code: 'store_unavailable', message: 'It is full.' } }),
    );

    await setGoal(page).click();
    const alert = await page.locator('.goal').getByRole('alert').innerText();
    await page.unroute('**/settings');

    expect(alert).toContain('Could not save your goal. It is full.');
    expect(await page.getByLabel('Hours in total').inputValue()).toBe('300');
    await setGoal(page).click();
    await page.getByText('Every one of them counts.').waitFor();
  });

  test('can leave it, and is not asked again in this browser', async () => {
    const learner = learnerWith(learners, everyDay(9));
    const page = await visit(learner, {});

    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByRole('img', { name: /^Hours over time/ }).waitFor();
    await page.reload();
    await overview(page).waitFor();

    expect(await textOf(page)).toMatch(/^All time\nTable\nSet a goal\n/);
    const elsewhere = await visit(learner, {});
    await setGoal(elsewhere).waitFor();
  });
});

test('axe finds nothing wrong with the question and what to correct', async () => {
  const page = await visit(learnerWith(learners, everyDay(9)), {}, phone);

  await page.getByLabel('Minutes a day').fill('an hour');
  await page.getByRole('button', { name: 'Set goal' }).click();
  await page.getByText('Enter a whole number, such as 60.').waitFor();

  expect(await axe(page, '.goal')).toEqual([]);
});
