import type { BrowserContext, Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { useLearners } from '../testing/learners/learners.ts';
import { learnerWith, twentyMonths } from './testing/history.ts';
import {
  enter,
  holdHistory,
  overview,
  signIn,
  signOut,
  troubleBanner,
  useVisits,
} from './testing/visit.ts';

const visits = useVisits();
const learners = useLearners();
const { tracker } = learners;
const { user } = learnerWith(learners, twentyMonths());

const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' }).click();

/** Replaces the answer to a page's `GET /history`. */
const answer = (page: Page | BrowserContext, how: (route: Route) => Promise<void>) =>
  page.route('**/history', how);

const unavailable = (route: Route) =>
  route.fulfill({ status: 503, json: { code: 'store_unavailable', message: 'The disk is full.' } });

test('while the report loads, the page shows placeholders, and after a while says that it takes longer', async () => {
  const context = await visits.newcomer();
  const history = await holdHistory(context);
  await context.clock.install();

  const page = await signIn(context, tracker.url, user);
  await history.asked;
  await page.getByText('Loading…').waitFor();
  const skeletons = await page.locator('.skeleton').count();
  await page.clock.fastForward('00:05');
  await page.getByText('Still waiting for the tracker').waitFor();
  history.release();

  await overview(page).waitFor();
  expect(skeletons).toBeGreaterThan(5);
  expect(await page.locator('.skeleton').count()).toBe(0);
});

test('an error is shown in the words of the tracker, and the user can try again', async () => {
  const context = await visits.newcomer();
  await answer(context, unavailable);

  const page = await signIn(context, tracker.url, user);
  await page.getByRole('alert').getByText('The disk is full.').waitFor();
  await context.unroute('**/history');
  await page.getByRole('button', { name: 'Try again' }).click();

  await overview(page).waitFor();
});

test('if a refresh fails, the old report stays, with its time', async () => {
  const page = await signIn(await visits.newcomer(), tracker.url, user);
  await overview(page).waitFor();
  const asOf = await page.locator('header time').getAttribute('datetime');
  await answer(page, unavailable);

  await refresh(page);
  await troubleBanner(page).getByText('The disk is full.').waitFor();
  const asOfAfterwards = await page.locator('header time').getAttribute('datetime');
  await overview(page).waitFor();
  await page.unroute('**/history');
  await page.getByRole('button', { name: 'Try again' }).click();
  await troubleBanner(page).waitFor({ state: 'detached' });

  expect(asOfAfterwards).toBe(asOf);
  expect(await page.locator('header time').getAttribute('datetime')).not.toBe(asOf);
});

test('the page says whether the device is offline or the tracker is down, and recovers when it is online again', async () => {
  const context = await visits.newcomer();
  const page = await signIn(context, tracker.url, user);
  await overview(page).waitFor();

  await context.setOffline(true);
  await refresh(page);
  await troubleBanner(page)
    .getByText(/^Offline\. This is how it was at .+\.$/)
    .waitFor();
  await overview(page).waitFor();
  await context.setOffline(false);
  await troubleBanner(page).waitFor({ state: 'detached' });

  await answer(page, (route) => route.abort('connectionrefused'));
  await refresh(page);
  await troubleBanner(page).getByText('The tracker cannot be reached').waitFor();
});

test('an answer that breaks the contract is an error message, not a broken page', async () => {
  const context = await visits.newcomer();
  const bodies = ['<html>a proxy</html>', '{"days": 3}'];
  await answer(context, (route) => route.fulfill({ status: 200, body: bodies.shift() ?? '' }));
  const trouble = () =>
    page.getByRole('alert').getByText('something this client does not understand').waitFor();

  const page = await signIn(context, tracker.url, user);
  await trouble();
  await page.reload();
  await trouble();

  expect(bodies).toStrictEqual([]);
});

test('a host with a missing config.json is reported', async () => {
  const page = await (await visits.newcomer()).newPage();
  await page.route('**/config.json', (route) => route.fulfill({ status: 404, body: 'not here' }));
  await page.goto(tracker.url);

  await enter(page, user);

  await page.getByRole('alert').getByText('config.json is missing or invalid').waitFor();
});

test('a page that cannot be rendered says so, and the user can still sign out', async () => {
  const context = await visits.newcomer();
  const page = await signIn(context, tracker.url, user);
  await overview(page).waitFor();
  await page.addInitScript(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get() {
        throw new Error('no dates today');
      },
    });
  });

  await page.reload();
  await page.getByRole('alert').getByText('no dates today').waitFor();
  const complaints = visits.complaints();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await page.getByLabel('User').waitFor();
  expect(complaints.join()).toContain('no dates today');
});

test('a user who comes back to the page after a while sees the latest figures', async () => {
  const context = await visits.newcomer();
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(tracker.url);
  await enter(page, user);
  await overview(page).waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/history')) asked += 1;
  });
  const comesBack = () =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

  await page.clock.fastForward('00:30');
  await comesBack();
  // By the time that this is answered, the page would have sent any other request.
  await page.evaluate(() => fetch('/healthz'));
  const afterHalfAMinute = asked;
  await page.clock.fastForward('02:00');
  await comesBack();

  await expect.poll(() => asked).toBe(1);
  expect(afterHalfAMinute).toBe(0);
});

test('a page that stays open loads its figures again after ten minutes', async () => {
  const page = await (await visits.newcomer()).newPage();
  await page.clock.install();
  await page.goto(tracker.url);
  await enter(page, user);
  await overview(page).waitFor();
  const next = page.waitForResponse('**/history');

  await page.clock.fastForward('10:01');

  expect((await next).status()).toBe(200);
});

test('a user who signs out while the page loads stays signed out', async () => {
  const page = await signIn(await visits.newcomer(), tracker.url, user);
  await overview(page).waitFor();
  const history = await holdHistory(page);
  await refresh(page);
  await history.asked;

  await signOut(page);
  history.release();
  await page.evaluate(() => fetch('/healthz'));

  await page.getByLabel('User').waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('hours');
});
