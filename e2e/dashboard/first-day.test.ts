import { endpoints, mediaKinds } from '@immersion-tracker/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useLearners } from '../testing/learners/learners.ts';
import { axe } from './testing/axe.ts';
import { putItems, show, twentyMonths } from './testing/history.ts';
import { enter, overview, phone, signIn, useVisits } from './testing/visit.ts';

const visits = useVisits();
const learners = useLearners();
const { tracker } = learners;

/** Somebody who has just begun, for each test another. */
function newLearner() {
  const { user, api } = learners.learner();
  return {
    user,
    /** Records two episodes of 24 minutes, one without a known length, and another show. */
    sync: () =>
      api.send(endpoints.syncEpisodes, {
        episodes: [
          { folder_name: 'Ame no Machi', file_name: '1', duration: 1440 },
          { folder_name: 'Ame no Machi', file_name: '2', duration: 1440 },
          { folder_name: 'Samurai Barista', file_name: '1' },
        ],
      }),
    zone: async () => (await api.send(endpoints.getSettings, undefined)).time_zone,
  };
}

const inBerlin = { timezoneId: 'Europe/Berlin' };
const offer = (page: Page) => page.getByRole('region', { name: 'Time zone' });
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const listed = (page: Page, name: string) => card(page, name).getByRole('listitem').allInnerTexts();

test('a new learner signs in, is told what to do, and sees the first day after the first sync', async () => {
  const { user, sync } = newLearner();
  const page = await (await visits.newcomer()).newPage();
  await page.goto(tracker.url);
  await page.getByLabel('User').waitFor();
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
  await enter(page, user);

  await page.getByRole('heading', { name: 'Your first hour is ahead' }).waitFor();
  await page.getByRole('button', { name: 'I have synced' }).click();
  await page.getByText('Nothing is recorded yet. Did the sync finish?').waitFor();
  await sync();
  await page.getByRole('button', { name: 'I have synced' }).click();

  await overview(page).waitFor();
  expect(focused).toBe('username');
  expect((await listed(page, 'What you watched')).map((text) => text.split(/\s*\n\s*/))).toEqual([
    expect.arrayContaining(['Ame no Machi', '2 episodes · 48\u00a0min']),
    expect.arrayContaining(['Samurai Barista', '1 episode · about 20\u00a0min']),
  ]);
  expect((await listed(page, 'It all counts')).map((text) => text.split('\n')[0])).toEqual([
    ...['Movies', 'YouTube', 'Podcasts'],
  ]);
  expect((await listed(page, 'Coming up')).map((text) => text.split('\n')[0])).toEqual([
    'A streak',
    'Your weeks side by side',
    'The date you will reach your goal',
  ]);
  await page.getByRole('link', { name: 'Find it Ame no Machi' }).click();
  expect(new URL(page.url()).hash).toBe('#shows/SHOW%23Ame%20no%20Machi');
});

test.each([
  ['Use Europe/Berlin', 'Europe/Berlin'],
  ['Keep', 'Pacific/Auckland'],
])('the time zone is asked once: “%s” saves %s for every device', async (answer, zone) => {
  const { user, sync, zone: savedZone } = newLearner();
  await sync();
  const page = await signIn(await visits.newcomer(inBerlin), tracker.url, user);
  await offer(page)
    .getByText('Days are counted in Pacific/Auckland, but your browser is in Europe/Berlin.')
    .waitFor();
  const before = await savedZone();

  await page.getByRole('button', { name: answer }).click();
  await page.getByText(`Days are counted in ${zone}.`, { exact: true }).waitFor();
  await offer(page).waitFor({ state: 'detached' });
  const onHeading = await page.evaluate(() => document.activeElement?.tagName);
  await page.getByRole('contentinfo').getByText(`midnight in ${zone}.`).waitFor();
  const other = await signIn(await visits.newcomer(inBerlin), tracker.url, user);
  await overview(other).waitFor();

  expect(before).toBeNull();
  expect(await savedZone()).toBe(zone);
  expect(onHeading).toBe('H1');
  expect(await offer(other).count()).toBe(0);
});

test('an answer that cannot be saved can be given again', async () => {
  const { user, sync, zone } = newLearner();
  await sync();
  const page = await signIn(await visits.newcomer(inBerlin), tracker.url, user);
  await offer(page).waitFor();
  await page.route('**/settings', (route) => route.abort());

  await page.getByRole('button', { name: 'Keep' }).click();
  await offer(page).getByRole('alert').getByText('cannot be reached').waitFor();
  await page.unroute('**/settings');
  await page.getByRole('button', { name: 'Keep' }).click();
  await offer(page).waitFor({ state: 'detached' });

  expect(await zone()).toBe('Pacific/Auckland');
});

test('a browser that calls the same zone by another name is not asked', async () => {
  const { user, sync } = newLearner();
  await sync();
  const context = await visits.newcomer({ timezoneId: 'Antarctica/McMurdo' });

  const page = await signIn(context, tracker.url, user);
  await overview(page).waitFor();

  expect(await offer(page).count()).toBe(0);
});

test('a phone shows the hours before the question', async () => {
  const { user, sync } = newLearner();
  await sync();
  const context = await visits.newcomer({ ...phone, ...inBerlin });
  const page = await signIn(context, tracker.url, user);
  await offer(page).waitFor();

  const hours = await overview(page).boundingBox();
  const question = await offer(page).boundingBox();

  expect(hours?.y).toBeLessThan(question?.y ?? 0);
});

test('once every medium has a record, nothing asks for more, and the list takes the whole row', async () => {
  const { user } = newLearner();
  const now = Math.floor(Date.now() / 1000);
  const [first] = twentyMonths();
  const ofAll = mediaKinds.map(({ record: { prefix } }) =>
    twentyMonths().find(({ sk }) => `${sk}`.startsWith(prefix)),
  );
  const items = [first, ...ofAll].flatMap((item) =>
    item === undefined ? [] : ['timestamp' in item ? { ...item, timestamp: now } : item],
  );
  putItems(tracker, user, items);

  const page = await signIn(await visits.newcomer(), tracker.url, user);
  await card(page, 'What you watched').waitFor();
  const list = await card(page, 'What you watched').boundingBox();
  const below = await card(page, 'Coming up').boundingBox();

  expect(await card(page, 'It all counts').count()).toBe(0);
  expect(list?.width).toBe(below?.width);
});

test.each([
  ['with the clipboard', false],
  ['over plain HTTP, which does not have one', true],
])('commands can be copied %s', async (_, isPlain) => {
  const { user } = newLearner();
  const context = await visits.newcomer();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await signIn(context, tracker.url, user);
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  const command = 'npx immersion sync ~/Media --dry-run';
  if (isPlain) {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));
    });
  }

  const button = page.getByRole('button', { name: `Copy ${command}` });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Copied').waitFor();
  const onButton = await page.evaluate(() => document.activeElement?.textContent);

  expect(await read()).toBe(command);
  expect(onButton).toContain(command);
});

test('axe finds nothing wrong before and after the first sync', async () => {
  const { user } = newLearner();
  const context = await visits.newcomer({ ...phone, ...inBerlin });
  const page = await signIn(context, tracker.url, user);
  await page.getByRole('heading', { name: 'Your first hour is ahead' }).waitFor();

  const firstSteps = await axe(page);
  putItems(tracker, user, show({ folder: '夜の図書館', episodes: 3, first: 0 }));
  await page.getByRole('button', { name: 'I have synced' }).click();
  await offer(page).waitFor();
  const firstDay = await axe(page);

  expect({ firstSteps, firstDay }).toStrictEqual({ firstSteps: [], firstDay: [] });
});
