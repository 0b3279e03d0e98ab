import { endpoints } from '@immersion-tracker/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useOwnTracker } from '../testing/learners/learners.ts';
import { axe } from './testing/axe.ts';
import { learnerWith, twentyMonths } from './testing/history.ts';
import { phone, signIn, useVisits } from './testing/visit.ts';

const visits = useVisits();
const learners = useOwnTracker({ keys: { tvdb_api_key: 'fake-key', youtube_api_key: '' } });

/** A learner of their own for each test, on the settings page. */
async function learnerOnPage(options = {}) {
  const { user, api } = learnerWith(learners, twentyMonths());
  const url = `${learners.tracker.url}/#settings`;
  const page = await signIn(await visits.newcomer(options), url, user);
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  return { page, user, settings: () => api.send(endpoints.getSettings, undefined) };
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save goal' }).click();
const saved = (page: Page, name: string) =>
  part(page, name).getByRole('status').getByText('Saved.').waitFor();

const nothing = {
  ...{ time_zone: null, day_starts_at_hour: null },
  ...{ daily_goal_minutes: null, target_hours: null, target_date: null },
};

test('a goal says what it takes while it is typed, and can be saved, changed and removed', async () => {
  const { page, settings } = await learnerOnPage();
  const goal = part(page, 'Goal');

  await page.getByRole('button', { name: '30 min' }).click();
  await page.getByLabel('Hours in total').fill('10,000');
  await goal.getByText('that takes about').waitFor();
  await page.getByLabel('Reach them by').fill('2099-12-31');
  await goal.getByText(/Getting there by 31 December 2099 takes \d+.min a day\./).waitFor();
  const before = await settings();
  await save(page);
  await saved(page, 'Goal');
  const first = await settings();
  await page.getByLabel('Minutes a day').fill('45');
  await page.getByLabel('Reach them by').fill('');
  await save(page);
  await saved(page, 'Goal');
  const second = await settings();
  await page.reload();
  await expect.poll(() => page.getByLabel('Hours in total').inputValue()).toBe('10,000');
  await page.getByRole('button', { name: 'Remove goal' }).click();
  await saved(page, 'Goal');

  expect(before).toStrictEqual(nothing);
  expect(first).toStrictEqual({
    ...nothing,
    ...{ daily_goal_minutes: 30, target_hours: 10_000, target_date: '2099-12-31' },
  });
  expect(second).toStrictEqual({ ...nothing, daily_goal_minutes: 45, target_hours: 10_000 });
  expect(await settings()).toStrictEqual(nothing);
  expect(await page.getByLabel('Minutes a day').inputValue()).toBe('');
});

test('what is typed while the goal is being saved stays to be saved next', async () => {
  const { page, settings } = await learnerOnPage();
  const released = Promise.withResolvers<void>();
  await page.route('**/settings', async (route) => {
    if (route.request().method() === 'PUT') await released.promise;
    await route.continue();
  });

  await page.getByLabel('Minutes a day').fill('45');
  await save(page);
  await part(page, 'Goal').getByText('Saving…').waitFor();
  await page.getByLabel('Hours in total').fill('777');
  released.resolve();
  await expect.poll(settings).toStrictEqual({ ...nothing, daily_goal_minutes: 45 });
  await saved(page, 'Goal');
  await save(page);
  await expect.poll(settings).toMatchObject({ daily_goal_minutes: 45, target_hours: 777 });

  expect(await page.getByLabel('Hours in total').inputValue()).toBe('777');
});

test('the days are saved as soon as they are chosen, and the whole page counts by them', async () => {
  const { page, settings } = await learnerOnPage({ timezoneId: 'Europe/Berlin' });
  const days = part(page, 'Days');
  const footer = page.getByRole('contentinfo');
  await days.getByText('Your browser is in Europe/Berlin.').waitFor();

  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await days.getByText('The same as your browser.').waitFor();
  await footer.getByText('Days begin at midnight in Europe/Berlin.').waitFor();
  await page.getByLabel('A day begins at').selectOption('04:00');
  await days.getByText(/^It is (\w+day) until 04:00 on (?!\1)\w+day\.$/).waitFor();
  await footer.getByText('Days begin at 04:00 in Europe/Berlin.').waitFor();
  await saved(page, 'Days');

  expect(await settings()).toStrictEqual({
    ...nothing,
    ...{ time_zone: 'Europe/Berlin', day_starts_at_hour: 4 },
  });
});

test('a number that makes no sense is explained at its field, and nothing is sent', async () => {
  const { page, settings } = await learnerOnPage();
  await page.getByLabel('Hours in total').fill('1000');

  for (const [typed, message] of [
    ['an hour', 'Enter a whole number, such as 60.'],
    ['1441', 'Enter 1,440 or less.'],
  ] as const) {
    const field = page.getByLabel('Minutes a day');
    await field.fill(typed);
    await save(page);
    await page.getByText(message).waitFor();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  }

  expect(await settings()).toStrictEqual(nothing);
  expect(await page.getByLabel('Hours in total').inputValue()).toBe('1000');
});

test('what the tracker refuses is explained at its field, and nothing typed is lost', async () => {
  const { page, settings } = await learnerOnPage();
  await page.getByLabel('Hours in total').fill('1000');
  await page.getByLabel('Reach them by').fill('2099-12-31');
  await page.route('**/settings', (route) =>
    route.fulfill({
      status: 400,
      json: { code: 'invalid_request', message: 'target_date: must be another day' },
    }),
  );

  await save(page);
  await page.getByText('Must be another day.').waitFor();
  const marked = await page.getByLabel('Reach them by').getAttribute('aria-invalid');
  await page.unroute('**/settings');
  await page.route('**/settings', (route) => route.abort());
  await save(page);
  await part(page, 'Goal').getByRole('alert').getByText('cannot be reached').waitFor();
  await page.unroute('**/settings');
  await save(page);
  await saved(page, 'Goal');

  expect(marked).toBe('true');
  expect(await settings()).toMatchObject({ target_hours: 1000, target_date: '2099-12-31' });
});

test('the sources say which of them have a key, and how to add one', async () => {
  const { page } = await learnerOnPage();
  const sources = part(page, 'Sources').getByRole('listitem');

  const tvdb = sources.filter({ hasText: 'TheTVDB' });
  const youtube = sources.filter({ hasText: 'Titles and lengths of videos' });
  await youtube.getByRole('button', { name: 'How to add one' }).click();
  await youtube.getByText('youtube_api_key').waitFor();

  expect(await tvdb.getByText('Ready').isVisible()).toBe(true);
  expect(await youtube.getByText('Ready').count()).toBe(0);
});

test('the account says who is signed in, and signs out', async () => {
  const { page, user } = await learnerOnPage();

  await part(page, 'Account').getByText(`Signed in as ${user}`).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await page.getByLabel('User').waitFor();
});

test('after a session has ended, only the password is left to enter', async () => {
  const { page, user } = await learnerOnPage();
  await page.locator('header time').waitFor();
  await page.route('**/history', (route) =>
    route.fulfill({ status: 401, json: { code: 'unauthorized', message: 'Wrong password.' } }),
  );

  await page.getByRole('button', { name: 'Refresh' }).click();
  const password = page.getByLabel('Password', { exact: true });
  await password.waitFor();

  expect(await page.getByLabel('User').inputValue()).toBe(user);
  expect(await password.evaluate((input) => input === document.activeElement)).toBe(true);
});

test('axe finds nothing wrong with the settings, saved or refused, and nothing is cut off', async () => {
  const { page } = await learnerOnPage(phone);
  for (const button of await page.getByRole('button', { name: 'How to add one' }).all()) {
    await button.click();
  }
  await page.getByLabel('Minutes a day').fill('60');
  await save(page);
  await saved(page, 'Goal');
  const afterSaving = await axe(page);
  await page.getByLabel('Minutes a day').fill('x');
  await save(page);
  await page.getByText('Enter a whole number, such as 60.').waitFor();
  const afterError = await axe(page, '.settings-section:has([aria-invalid])');

  expect({ afterSaving, afterError }).toStrictEqual({ afterSaving: [], afterError: [] });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
