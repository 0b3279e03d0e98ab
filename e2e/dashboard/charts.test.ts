import { endpoints, type HistoryDay, mediaKinds, secondsOfDay } from '@immersion-tracker/contract';
import { dateOf, dayNumberOf } from '@immersion-tracker/contract/calendar';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Learner, useLearners } from '../testing/learners/learners.ts';
import { DAY, learnerWith, show, twentyMonths } from './testing/history.ts';
import { overview, phone, signIn, useVisits } from './testing/visit.ts';
import { lengthOf, plain } from './testing/words.ts';

const visits = useVisits();
const learners = useLearners();
const veteran = learnerWith(learners, twentyMonths());
beforeAll(() => veteran.api.send(endpoints.updateSettings, { daily_goal_minutes: 30 }));

const history = () => veteran.api.send(endpoints.getHistory, undefined);

async function visit({ user }: Learner = veteran, options?: BrowserContextOptions): Promise<Page> {
  const page = await signIn(await visits.newcomer(options), learners.tracker.url, user);
  await overview(page).waitFor();
  return page;
}

const heatmap = (page: Page) => page.locator('.heatmap-card');
const weeks = (page: Page) => page.locator('.weeks');
const dayOn = (page: Page, date: string) => page.locator(`[data-date="${date}"]`);
const line = (page: Page) => textOf(page.locator('.heatmap-line'));

const textOf = async (locator: Locator) => plain(await locator.innerText());

const after = (date: string, days: number) => dateOf((dayNumberOf(date) ?? Number.NaN) + days);

const secondsOf = (days: readonly HistoryDay[]) =>
  days.reduce((sum, day) => sum + secondsOfDay(day), 0);

let shared: Page;
beforeAll(async () => {
  // Bars that grow would be measured too early.
  const context = await visits.shared({ reducedMotion: 'reduce' });
  shared = await signIn(context, learners.tracker.url, veteran.user);
  await overview(shared).waitFor();
});

/** The date of each day in the heatmap with what its name says was watched. */
async function cells(page: Page): Promise<Record<string, string>> {
  const found = await page
    .locator('td[data-date]')
    .evaluateAll((all) =>
      all.map((cell) => [cell.getAttribute('data-date'), cell.getAttribute('aria-label')]),
    );
  return Object.fromEntries(
    found.map(([date, name]) => [`${date}`, plain(`${name}`).split(', ').slice(2).join(', ')]),
  );
}

/** What the heatmap should say of the days from `first` to `last`. */
function expectedCells(days: readonly HistoryDay[], first: string, last: string) {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const all: Record<string, string> = {};
  for (let date = first; date <= last; date = after(date, 1)) {
    const day = byDate.get(date);
    all[date] = day === undefined ? 'nothing' : lengthOf(secondsOfDay(day));
  }
  return all;
}

test('every day of the heatmap agrees with the history, in the last 12 months and in every year', async () => {
  const { days, today } = await history();
  const page = shared;
  const first = days[0]?.date ?? '';
  const spans: string[][] = [];
  for (let year = Number(today.slice(0, 4)); year >= Number(first.slice(0, 4)); year -= 1) {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    spans.push([`${year}`, from < first ? first : from, to > today ? today : to]);
  }
  spans.push(['12 months', after(today, -364), today]);

  for (const [name = '', from = '', to = ''] of spans) {
    await page.locator('.heatmap-card label', { hasText: name }).click();
    const title = name === '12 months' ? 'The last 12 months' : name;
    await heatmap(page).getByRole('heading', { name: title }).waitFor();
    const within = days.filter(({ date }) => date >= from && date <= to);
    const expected = expectedCells(days, from, to);

    expect(await cells(page)).toStrictEqual(expected);
    expect(await textOf(page.locator('.heatmap-sums'))).toBe(
      `${lengthOf(secondsOf(within))} on ${within.length} of ${Object.keys(expected).length} days`,
    );
  }
  expect(spans.length).toBeGreaterThan(2);
});

test('the colours of the heatmap follow the daily goal', async () => {
  const { days, today } = await history();
  const page = shared;

  const levels = await page
    .locator('td[data-date]')
    .evaluateAll((all) =>
      all.map((cell) => [
        cell.getAttribute('data-date'),
        Number(cell.firstElementChild?.getAttribute('data-heat')),
      ]),
    );

  const level = (date: string) => {
    const day = days.find((one) => one.date === date);
    if (day === undefined) return 0;
    const minutes = Math.floor(secondsOfDay(day) / 60);
    return 1 + [15, 30, 60].filter((bound) => minutes >= bound).length;
  };
  expect(new Map(levels as [string, number][]).get(today)).toBe(level(today));
  for (const [date, shown] of levels) expect([date, shown]).toEqual([date, level(`${date}`)]);
  expect(await textOf(page.locator('.heatmap-legend'))).toBe(
    'Nothing Under 15 min From 15 min From 30 min, your goal From 1 h',
  );
});

test('a keyboard moves through the heatmap and opens a day', async () => {
  const { today, days } = await history();
  const page = await visit();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-date'));
  expect(await line(page)).toBe('Choose a day to see what you watched.');
  expect(await page.locator('td[tabindex="0"]').count()).toBe(1);

  await page.locator('.heatmap-card input:checked').focus();
  await page.keyboard.press('Tab');
  const path = [await focused()];
  for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'Home', 'ArrowUp', 'End']) {
    await page.keyboard.press(key);
    path.push(await focused());
  }
  await page.keyboard.press('PageUp');
  const monthBefore = `${await focused()}`;

  expect(path).toStrictEqual([
    ...[today, after(today, -1), after(today, -8), after(today, -7), today],
    ...[after(today, -364), after(today, -364), today],
  ]);
  expect(monthBefore.slice(0, 7)).toBe(after(`${today.slice(0, 7)}-01`, -1).slice(0, 7));

  await page.keyboard.press('End');
  const watched = days.at(-1);
  for (let date = today; date !== watched?.date; date = after(date, -1)) {
    await page.keyboard.press('ArrowUp');
  }
  expect(await line(page)).toMatch(
    new RegExp(`^\\w+, \\d+ \\w+: ${lengthOf(secondsOf(days.slice(-1)))} · .+ · Open the day$`),
  );
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.hash === `#watched?day=${watched?.date}`);
});

test('the line below the heatmap follows the mouse, and keeps the day that was clicked', async () => {
  const { days, today } = await history();
  const watched = new Set(days.map(({ date }) => date));
  const candidates = Array.from({ length: 300 }, (_, index) => after(today, -index - 20));
  const full = candidates.find((date) => watched.has(date)) ?? '';
  const empty = candidates.find((date) => !watched.has(date)) ?? '';
  const page = await visit();

  await dayOn(page, full).click();
  const clicked = await line(page);
  await dayOn(page, empty).hover();
  const hovered = await line(page);
  await heatmap(page).getByRole('heading').hover();

  expect(clicked).toMatch(/ · Open the day$/);
  expect(hovered).toMatch(/^\w+, \d+ \w+: nothing$/);
  expect(await line(page)).toBe(clicked);
  await page.getByRole('link', { name: 'Open the day' }).click();
  await page.waitForURL((url) => url.hash === `#watched?day=${full}`);
});

test('on a phone, a tap picks a day, a drag the next ones, and the arrows move by one', async () => {
  const { today } = await history();
  const page = await visit(veteran, phone);
  const chosen = () => page.locator('td[aria-selected="true"]').getAttribute('data-date');
  const day = after(today, -100);

  expect(await page.getByRole('grid').count()).toBe(2);
  await dayOn(page, day).tap();
  const tapped = await chosen();
  await page.getByRole('button', { name: 'Next day' }).tap();
  const next = await chosen();
  await page.getByRole('button', { name: 'Previous day' }).tap();
  await page.getByRole('button', { name: 'Previous day' }).tap();
  const before = await chosen();
  const target = await dayOn(page, after(day, 14)).boundingBox();
  await page.locator('.heatmap').dispatchEvent('pointermove', {
    ...{ pointerType: 'touch', bubbles: true },
    clientX: (target?.x ?? 0) + 3,
    clientY: (target?.y ?? 0) + 3,
  });

  expect([tapped, next, before]).toStrictEqual([day, after(day, 1), after(day, -1)]);
  expect(await chosen()).toBe(after(day, 14));
  await page.getByRole('combobox', { name: 'Change' }).selectOption(today.slice(0, 4));
  await heatmap(page)
    .getByRole('heading', { name: today.slice(0, 4) })
    .waitFor();
});

/** A range's bars as `[first day, last day]`, from the oldest to the running one. */
function periodsOf(range: string, today: string, first: string): [string, string][] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (range === '12 weeks') {
    const weekday = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7;
    return Array.from({ length: 12 }, (_, index) => {
      const monday = after(today, -weekday - 7 * (11 - index));
      return [monday, after(monday, 6)];
    });
  }
  const monthsBack =
    range === 'Year'
      ? 11
      : year * 12 + month - Number(first.slice(0, 4)) * 12 - Number(first.slice(5, 7));
  return Array.from({ length: monthsBack + 1 }, (_, index) => {
    const at = month - 1 - monthsBack + index;
    const day = (of: number, date: number) =>
      new Date(Date.UTC(year, of, date)).toISOString().slice(0, 10);
    return [day(at, 1), day(at + 1, 0)];
  });
}

test('every bar and row of each range agrees with the history', async () => {
  const { days, today } = await history();
  const page = shared;

  for (const range of ['Year', 'All', '12 weeks']) {
    await page.locator('.weeks label', { hasText: range }).click();
    const periods = periodsOf(range, today, days[0]?.date ?? '');
    const within = ([first, last]: [string, string]) =>
      days.filter(({ date }) => date >= first && date <= last);
    await expect.poll(() => page.locator('.weeks-bars button').count()).toBe(periods.length);

    const bars = await page
      .locator('.weeks-bars button')
      .evaluateAll((all) =>
        all.map((bar) => [
          `${bar.getAttribute('aria-label')}`,
          bar.querySelector('.weeks-stack')?.getBoundingClientRect().height ?? Number.NaN,
        ]),
      );
    const title = range === '12 weeks' ? 'week' : 'month';
    await page.getByRole('button', { name: `Table of time by ${title}` }).click();
    const rows = await page
      .locator('.weeks-table tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));

    const sums = periods.map((period) => secondsOf(within(period)));
    const longest = Math.max(...sums);
    const tallest = Math.max(...bars.map(([, height]) => Number(height)));
    for (const [index, period] of periods.entries()) {
      const [name = '', height] = bars[index] ?? [];
      const total = sums[index] ?? Number.NaN;
      const figure = total === 0 ? 'nothing' : lengthOf(total);
      expect(plain(`${name}`).split(', ')[1]?.split(':')[0]).toBe(figure);
      expect(Number(height)).toBeCloseTo((total / longest) * tallest, 0);
      expect(
        rows
          .toReversed()
          [index]?.slice(1)
          .map((text) => plain(`${text}`)),
      ).toStrictEqual([
        lengthOf(total),
        ...mediaKinds.map(({ id }) =>
          lengthOf(within(period).reduce((sum, day) => sum + day[`${id}_seconds`], 0)),
        ),
      ]);
    }
    expect(longest).toBeGreaterThan(0);
    await page.getByRole('button', { name: `Chart of time by ${title}` }).click();
  }
});

test('a keyboard moves along the bars, and each is named in the sentence above', async () => {
  const page = await visit();
  const sentence = () => textOf(page.locator('.weeks-words'));
  const untouched = await sentence();

  await page.locator('.weeks label', { hasText: 'Year' }).click();
  await page.getByRole('group', { name: 'Time by month' }).waitFor();
  await page.locator('.weeks input:checked').focus();
  await page.keyboard.press('Tab');
  const now = await sentence();
  await page.keyboard.press('ArrowLeft');
  const before = await sentence();
  const name = plain(
    await page.evaluate(() => `${document.activeElement?.getAttribute('aria-label')}`),
  );
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  const index = await page
    .locator('.weeks-bars button')
    .evaluateAll((all) => all.findIndex((bar) => bar.matches(':focus')));
  await page.keyboard.press('Tab');

  expect(untouched).toMatch(/this week( so far)?\./);
  expect(now).toMatch(/ this month so far\. /);
  const [, month, total, media] = /^(\w+ \d{4}), ([^:]+): (.+)$/.exec(name) ?? [];
  expect(before).toBe(`${total} in ${month}. ${media}.`);
  expect(index).toBe(0);
  expect(await sentence()).toMatch(/^(.+ this month so far\.|Nothing yet this month\.)/);
});

test('the average is that of the bars but the running one, and the goal is seven times the daily one', async () => {
  const { days, today } = await history();
  const page = shared;
  const [, ...whole] = periodsOf('12 weeks', today, '').reverse();
  const seconds = days.filter(
    ({ date }) => date >= (whole.at(-1)?.[0] ?? '') && date <= (whole[0]?.[1] ?? ''),
  );

  const labels = await page.locator('.weeks-line-label').allInnerTexts();

  expect(labels.map(plain)).toStrictEqual([
    `Average ${lengthOf(secondsOf(seconds) / 11)}`,
    'Goal 3 h 30 min',
  ]);
});

test('the table takes the place of the chart, and nothing moves', async () => {
  const page = shared;
  const box = async () => (await weeks(page).boundingBox())?.height;
  const before = await box();

  await page.getByRole('button', { name: 'Table of time by week' }).click();
  await page.getByRole('region', { name: 'Time by week as a table' }).waitFor();
  const withTable = await box();
  await page.getByRole('button', { name: 'Chart of time by week' }).click();
  await page.locator('.weeks-table').waitFor({ state: 'detached' });

  expect(withTable).toBe(before);
  expect(await box()).toBe(before);
});

test('a new learner sees the days so far, and no weeks yet', async () => {
  const items = show({ folder: 'New', episodes: 3, first: 2 * DAY, every: DAY });
  const page = await visit(learnerWith(learners, items));

  expect(await textOf(page.locator('.heatmap-sums'))).toMatch(/ on 3 of 3 days$/);
  expect(await page.locator('td[data-date]').count()).toBe(3);
  expect(await heatmap(page).getByRole('radio').count()).toBe(0);
  expect(await weeks(page).count()).toBe(0);
});
