import { endpoints } from '@immersion-tracker/contract';
import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { type Learner, useLearners } from '../testing/learners/learners.ts';
import { axe } from './testing/axe.ts';
import {
  dateAgo,
  everything,
  focused,
  fourMovies,
  listed,
  shownIds,
} from './testing/corrections.ts';
import { learnerWith, twentyMonths } from './testing/history.ts';
import { overview, phone, signIn, useVisits } from './testing/visit.ts';

const visits = useVisits();
const learners = useLearners();
const { tracker } = learners;
const veteran = learnerWith(learners, twentyMonths());

let user: string;
let client: Learner['api'];
beforeEach(() => {
  ({ user, api: client } = learnerWith(learners, fourMovies()));
});

/** Opens the list as the test's own user. */
async function openList(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await signIn(await visits.newcomer(options), `${tracker.url}/#watched`, user);
  await row(page, 'Movie 4').waitFor();
  return page;
}

const row = (page: Page, name: string) => page.getByRole('button', { name: `Correct ${name}` });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const toast = (page: Page, text: string | RegExp) =>
  page.getByRole('status').getByText(text).waitFor();
const dateField = (page: Page) => page.getByLabel('Date', { exact: true });

async function move(page: Page, name: string, days: number) {
  await row(page, name).click();
  await dateField(page).fill(dateAgo(days));
  await button(page, 'Save').click();
}

async function remove(page: Page, name: string) {
  await row(page, name).click();
  await button(page, 'Remove').click();
}

const unavailable = (route: Route) =>
  route.fulfill({ status: 503, json: { code: 'store_unavailable', message: 'The disk is full.' } });

test('the list agrees with GET /watched, page by page, and with the sums of GET /history', async () => {
  const page = await signIn(await visits.newcomer(), tracker.url, veteran.user);
  const ids: string[] = [];
  let before: string | undefined;
  do {
    const answer = await veteran.api.send(endpoints.getWatched, { limit: 200, before });
    ids.push(...answer.watched.map(({ id }) => id));
    before = answer.next ?? undefined;
  } while (before !== undefined);

  await page.getByRole('link', { name: 'Watched', exact: true }).click();
  await button(page, 'Show older').waitFor();
  // Only the rows near the screen are on the page.
  const seen = new Set(await shownIds(page));
  const lookFurther = async () => {
    await page.keyboard.press('PageDown');
    for (const id of await shownIds(page)) seen.add(id);
    return seen.has(ids.at(-1) ?? '');
  };
  await expect.poll(lookFurther, { timeout: 60_000, interval: 20 }).toBe(true);
  await button(page, 'Show older').waitFor({ state: 'detached' });

  expect(ids.length).toBeGreaterThan(200);
  expect([...seen]).toEqual(ids);
  await page.getByText(new RegExp(`^${ids.length} records, \\d+`)).waitFor();
});

test('each correction reaches the tracker, and undoing it restores everything as it was', async () => {
  const page = await openList();
  const [stored, before] = [await everything(client), await listed(client)];
  const undo = async () => {
    await button(page, 'Undo').click();
    await toast(page, 'Undone.');
    expect(await everything(client)).toStrictEqual(stored);
    expect(await listed(client)).toStrictEqual(before);
    await expect.poll(() => shownIds(page)).toEqual(before.ids);
  };

  await row(page, 'Movie 1').click();
  await dateField(page).fill(dateAgo(6));
  await page.getByText(/^Moves 1\sh\s40\smin from \w+ to \w+\. Your streak ends\.$/).waitFor();
  await button(page, 'Save').click();
  await toast(page, /^Moved to \w+, /);
  expect(await listed(client)).toStrictEqual({
    ids: ['MOVIE#m2', 'MOVIE#m3', 'MOVIE#m4', 'MOVIE#m1'],
    days: [6, 4, 3, 2].map(dateAgo),
  });
  await undo();

  await row(page, 'Movie 3').click();
  await button(page, 'Watched again').click();
  await toast(page, /^Watched again, today at \d+:\d\d [ap]m\.$/);
  const again = await listed(client);
  expect(again.ids[0]).toMatch(/^MOVIE#m3#\d{10}$/);
  expect(again.days.at(-1)).toBe(dateAgo(0));
  expect(await shownIds(page)).toEqual(again.ids);
  await undo();

  await remove(page, 'Movie 2');
  await toast(page, 'Removed “Movie 2”.');
  expect((await listed(client)).ids).toEqual(['MOVIE#m1', 'MOVIE#m3', 'MOVIE#m4']);
  await undo();
});

test('a rewatch can be moved, and keeps its id', async () => {
  const watched_at = Math.floor(Date.now() / 1000) - 60;
  await client.send(endpoints.rewatch, { ids: ['MOVIE#m3'], watched_at });
  const page = await openList();

  await row(page, 'Movie 3').first().click();
  await dateField(page).fill(dateAgo(6));
  await button(page, 'Save').click();
  await toast(page, /^Moved to/);

  const { ids } = await listed(client);
  expect(ids.at(-1)).toBe(`MOVIE#m3#${watched_at}`);
  expect(await shownIds(page)).toEqual(ids);
});

test('what another program corrects appears after a refresh', async () => {
  const page = await openList();

  await client.send(endpoints.remove, { ids: ['MOVIE#m2'] });
  await client.send(endpoints.rewatch, { ids: ['MOVIE#m4'] });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await row(page, 'Movie 2').waitFor({ state: 'detached' });
  await page.getByText('Watched again').waitFor();

  expect(await shownIds(page)).toEqual((await listed(client)).ids);
});

test('a record that another program removed cannot be moved, and the page says why', async () => {
  const page = await openList();
  await client.send(endpoints.remove, { ids: ['MOVIE#m2'] });

  await move(page, 'Movie 2', 6);
  await toast(page, 'This record was removed elsewhere.');
  await row(page, 'Movie 2').waitFor({ state: 'detached' });

  expect(await button(page, 'Try again').count()).toBe(0);
});

test('a correction that fails is taken back, and can be tried again', async () => {
  const page = await openList();
  await page.route('**/watched', unavailable);

  await move(page, 'Movie 1', 6);
  await toast(page, 'Could not save. Your record is unchanged.');
  await expect.poll(() => shownIds(page)).toEqual((await listed(client)).ids);
  await page.unroute('**/watched');
  await button(page, 'Try again').click();
  await toast(page, /^Moved to/);

  const { ids } = await listed(client);
  expect(ids.at(-1)).toBe('MOVIE#m1');
  expect(await shownIds(page)).toEqual(ids);
});

test('if only the answer is lost or replaced, the correction counts as made and can be undone', async () => {
  const page = await openList();
  const stored = await everything(client);
  const answers = [
    (route: Route) => route.abort(),
    // Of proxies.
    (route: Route) => route.fulfill({ status: 504, body: 'Time-out' }),
    (route: Route) => route.fulfill({ status: 200, body: '<h1>Hello</h1>' }),
  ];

  for (const [index, answer] of answers.entries()) {
    await page.route('**/remove', async (route) => {
      await route.fetch();
      await answer(route);
    });
    await remove(page, `Movie ${index + 1}`);
    await toast(page, `Removed “Movie ${index + 1}”.`);
    expect((await listed(client)).ids).not.toContain(`MOVIE#m${index + 1}`);
    await page.unroute('**/remove');
    await button(page, 'Undo').click();
    await toast(page, 'Undone.');
    expect(await everything(client)).toStrictEqual(stored);
  }
});

test('a list that the tracker cannot give says why', async () => {
  const page = await openList();
  await page.route('**/watched?*', unavailable);

  await page.getByRole('searchbox').fill('movie');

  await page.getByRole('alert').getByText('The disk is full.').waitFor();
});

test('whoever is refused while they search has to sign in again', async () => {
  const page = await openList();
  await page.route('**/watched?*', (route) =>
    route.fulfill({ status: 401, json: { code: 'unauthorized', message: 'Wrong password.' } }),
  );

  await page.getByRole('searchbox').fill('movie');

  await page.getByText('Your user or password is no longer valid.').waitFor();
});

test('while the tracker does not answer, the page does not claim to know', async () => {
  const page = await openList();
  await page.route(/\/(remove|records|lookup)$/, (route) => route.abort());

  await remove(page, 'Movie 1');
  await toast(page, 'Could not reach the tracker.');

  await row(page, 'Movie 1').waitFor();
});

test('of two quick corrections, the one that fails does not touch the other', async () => {
  const page = await openList();
  const released = Promise.withResolvers<void>();
  await page.route('**/watched', async (route) => {
    await released.promise;
    await unavailable(route);
  });

  await move(page, 'Movie 1', 6);
  await remove(page, 'Movie 3');
  await row(page, 'Movie 3').waitFor({ state: 'detached' });
  const meanwhile = await shownIds(page);
  released.resolve();
  await toast(page, 'Removed “Movie 3”.');

  expect(meanwhile).toEqual(['MOVIE#m2', 'MOVIE#m4', 'MOVIE#m1']);
  await expect.poll(() => shownIds(page)).toEqual(['MOVIE#m1', 'MOVIE#m2', 'MOVIE#m4']);
  expect((await listed(client)).ids).toEqual(['MOVIE#m1', 'MOVIE#m2', 'MOVIE#m4']);
});

test('every correction works with the keyboard alone, which keeps its place', async () => {
  const page = await openList();
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const tabTo = async (name: string) => {
    for (let tabs = 0; tabs < 20 && (await focused(page)) !== name; tabs += 1) await press('Tab');
    expect(await focused(page)).toBe(name);
  };

  await row(page, 'Movie 1').focus();
  await press('Enter');
  expect(await focused(page)).toBe('Date');
  await press('Escape');
  expect(await focused(page)).toBe('Correct Movie 1');

  // The time, an hour or twelve earlier or later, is still on a day that has passed.
  await row(page, 'Movie 2').focus();
  await press('Enter');
  await tabTo('Time');
  await press('ArrowUp');
  await tabTo('Save');
  await press('Enter');
  await toast(page, /^Moved to/);
  expect(await focused(page)).toBe('Correct Movie 2');
  await press('Control+z');
  await toast(page, 'Undone.');
  expect(await focused(page)).toBe('Correct Movie 2');

  await press('Enter');
  await tabTo('Watched again');
  await press('Enter');
  await toast(page, /^Watched again, today/);
  expect(await focused(page)).toBe('Correct Movie 2');
  await tabTo('Undo');
  await press('Enter');
  await toast(page, 'Undone.');
  expect(await focused(page)).toBe('Close the message');
  await press('Enter');
  expect(await focused(page)).not.toBe('Close the message');

  await row(page, 'Movie 2').focus();
  await press('Enter');
  await tabTo('Remove');
  await press('Enter');
  await row(page, 'Movie 2').waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('Correct Movie 3');
});

test('filters are in the address, so that Back leads to those before', async () => {
  const page = await signIn(await visits.newcomer(), `${tracker.url}/#watched`, veteran.user);
  const search = page.getByRole('searchbox');
  await page.locator('.record').first().waitFor();

  await page.getByRole('link', { name: 'Movies', exact: true }).click();
  await page.getByText(/^8 movies, \d+\sh$/).waitFor();
  await search.pressSequentially('movie 3', { delay: 20 });
  await page.getByText('1 movie, 1 h 40 min').waitFor();
  expect(await search.inputValue()).toBe('movie 3');
  expect(new URL(page.url()).hash).toBe('#watched?kind=movie&query=movie+3');
  await search.fill('oshi');
  await page.getByText('Nothing matches “oshi”.').waitFor();
  await button(page, 'Clear search').click();
  await page.getByText(/^8 movies, \d+\sh$/).waitFor();
  expect(await search.inputValue()).toBe('');
  await page.goBack();

  await page.getByText(/^\d+ records, \d+\sh$/).waitFor();
  expect(new URL(page.url()).hash).toBe('#watched');
});

test('a page opens at its top, and Back returns to where somebody was', async () => {
  const page = await signIn(await visits.newcomer(phone), `${tracker.url}/#watched`, veteran.user);
  const tab = (name: string) => page.getByRole('link', { name, exact: true }).tap();
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  await page.locator('.record').first().waitFor();
  await tab('Overview');
  await overview(page).waitFor();
  await page.evaluate(() => scrollTo(0, 1200));

  // Its code and its records are there, so that no placeholder is shorter than the screen.
  await tab('Watched');
  await page.locator('.record').first().waitFor();
  await expect.poll(scrolled).toBe(0);
  await page.goBack();

  await overview(page).waitFor();
  await expect.poll(scrolled).toBe(1200);
});

test('a day can be chosen, and an empty one leads to the day before', async () => {
  const page = await openList();

  await button(page, 'Go to a day').click();
  await page.getByLabel('Day', { exact: true }).fill(dateAgo(2));
  await page.getByText('1 record, 1 h 40 min').waitFor();
  await expect.poll(() => shownIds(page)).toEqual(['MOVIE#m2']);
  await remove(page, 'Movie 2');
  await page.getByText(/^Nothing on \d+ \w+\./).waitFor();
  await page.getByRole('link', { name: 'See the day before' }).click();
  await row(page, 'Movie 3').waitFor();
  await button(page, 'All days').click();
  await row(page, 'Movie 1').waitFor();

  expect(await shownIds(page)).toEqual(['MOVIE#m1', 'MOVIE#m3', 'MOVIE#m4']);
});

test('a day with records, but none for the other filters, is not called empty', async () => {
  const page = await openList();

  for (const [filters, words] of [
    ['kind=episode', 'No episodes'],
    ['guessed=true', 'No guessed lengths'],
    ['kind=movie&guessed=true', 'No guessed lengths of movies'],
  ]) {
    await page.goto(`${tracker.url}/#watched?day=${dateAgo(2)}&${filters}`);
    await page.getByText(new RegExp(`^${words} on \\d+ \\w+\\.`)).waitFor();
  }
});

test('axe finds nothing wrong with the list, an open record and a message', async () => {
  const page = await openList(phone);

  await remove(page, 'Movie 4');
  await toast(page, 'Removed “Movie 4”.');
  const list = await axe(page);
  await row(page, 'Movie 2').click();
  await dateField(page).waitFor();
  const editor = await axe(page);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);

  expect({ list, editor }).toStrictEqual({ list: [], editor: [] });
  expect(scrollWidth).toBe(clientWidth);
});
