import { buffer } from 'node:stream/consumers';
import { endpoints, mediaKinds, secondsOfDay } from '@immersion-tracker/contract';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Learner, useLearners } from '../testing/learners/learners.ts';
import { axe } from './testing/axe.ts';
import { DAY, learnerWith, movie, show, twentyMonths } from './testing/history.ts';
import { desktop, phone, signIn, useVisits } from './testing/visit.ts';
import { lengthOf, plain } from './testing/words.ts';

const visits = useVisits();
const learners = useLearners();
const { tracker } = learners;
const veteran = learnerWith(learners, twentyMonths());
/** Somebody who watched everything about 400 days ago. */
const formerLearner = learnerWith(learners, [
  ...show({
    ...{ folder: 'Open', episodes: 5, first: 400 * DAY, every: DAY },
    tvdb: { id: 900_001, name: 'Open', image: 'https://open.example/poster.svg' },
  }),
  movie('closed', 'Closed', 'https://closed.example/poster.svg', 400 * DAY),
]);

const image = (page: Page) => page.getByRole('img', { name: /^My year of immersion/ });
const downloadButton = (page: Page) => page.getByRole('button', { name: 'Download image' });

async function openYear(
  context: BrowserContext,
  { user }: Learner = veteran,
  hash = '#year',
): Promise<Page> {
  const page = await signIn(context, `${tracker.url}/${hash}`, user);
  await page.locator('button[aria-disabled="false"]', { hasText: 'Download image' }).waitFor();
  return page;
}

/** The last year with records. */
async function lastYearOf({ api }: Learner): Promise<number> {
  const { days } = await api.send(endpoints.getHistory, undefined);
  return Number(days.at(-1)?.date.slice(0, 4));
}

async function download(page: Page) {
  const [file] = await Promise.all([page.waitForEvent('download'), downloadButton(page).click()]);
  return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
}

test('the figures of a year are those of its history and its library', async () => {
  const { days: all } = await veteran.api.send(endpoints.getHistory, undefined);
  const year = Number(all.at(-1)?.date.slice(0, 4));
  const { library } = await veteran.api.send(endpoints.getLibrary, { year });
  const days = all.filter(({ date }) => date.startsWith(`${year}`));
  const hours = Math.floor(days.reduce((sum, day) => sum + secondsOfDay(day), 0) / 3600);
  const favourites = mediaKinds.flatMap(({ id }) =>
    library
      .filter(({ kind }) => kind === id)
      .toSorted((a, b) => b.seconds - a.seconds)
      .slice(0, 1),
  );
  const page = await openYear(await visits.newcomer());

  const label = plain(await image(page).getAttribute('aria-label'));
  const listed = plain(await page.getByRole('region', { name: `${year} in numbers` }).innerText());

  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Your ${year}`);
  expect(await page.title()).toBe(`Your ${year} · Immersion tracker`);
  expect(label).toContain(`${hours} hours on ${days.length} days`);
  expect(listed).toContain(`${hours} hours`);
  expect(listed).toContain(`${days.length} days`);
  expect(favourites.length).toBeGreaterThan(0);
  for (const { seconds } of favourites) {
    expect(label).toContain(lengthOf(seconds));
    expect(listed).toContain(lengthOf(seconds));
  }
  for (const { id } of mediaKinds) {
    const length = lengthOf(days.reduce((sum, day) => sum + day[`${id}_seconds`], 0));
    expect(listed).toContain(` ${length} `);
  }
});

test('the image is downloaded as a PNG of 1200 x 1500', async () => {
  const page = await openYear(await visits.newcomer());

  const { name, bytes } = await download(page);

  expect(name).toMatch(/^immersion-\d{4}\.png$/);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 1500]);
});

test('a picture that its server does not share is replaced, and the image can still be saved', async () => {
  const context = await visits.newcomer();
  const asked: (string | undefined)[] = [];
  await context.route(/\.example\//, (route, request) => {
    asked.push(request.headers().referer);
    const { hostname } = new URL(request.url());
    return route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="30"><rect width="20" height="30" fill="#ff0000"/></svg>',
      // Without a header, Playwright would add one that allows everything.
      headers: {
        'Access-Control-Allow-Origin': hostname.startsWith('open') ? '*' : 'https://a.example',
      },
    });
  });
  const page = await openYear(context, formerLearner, `#year/${await lastYearOf(formerLearner)}`);

  const { bytes } = await download(page);

  // In the upper part of the first and the second poster.
  const [open, closed] = await page.evaluate(async (png) => {
    const picture = await createImageBitmap(
      new Blob([Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0))]),
    );
    const pen = new OffscreenCanvas(1200, 1500).getContext('2d', { willReadFrequently: true });
    pen?.drawImage(picture, 0, 0);
    return [100, 640].map((x) => [...(pen?.getImageData(x, 760, 1, 1).data ?? [])].join(' '));
  }, bytes.toString('base64'));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([open, closed]).toEqual(['255 0 0 255', '58 47 156 255']);
  expect(new Set(asked)).toEqual(new Set([undefined]));
  expect(visits.complaints()).toEqual([expect.stringMatching(/closed\.example.*CORS/s)]);
});

test('where the browser can share files, the image goes to the app that the person chooses', async () => {
  const context = await visits.newcomer();
  await context.addInitScript(() => {
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files: [file] = [] }: ShareData) => {
        const { width, height } = await createImageBitmap(file as File);
        Object.assign(window, { shared: [file?.name, file?.type, width, height] });
      },
    });
  });
  const page = await openYear(context);

  await page.getByRole('button', { name: 'Share' }).click();

  await page.waitForFunction(() => Reflect.has(window, 'shared'));
  expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual([
    expect.stringMatching(/^immersion-\d{4}\.png$/),
    ...['image/png', 1200, 1500],
  ]);
});

test('a keyboard changes the year, and then downloads it', async () => {
  const page = await openYear(await visits.newcomer());
  const years = page.getByRole('combobox', { name: 'Year' });
  const [latest = '', before = ''] = await years.locator('option').allInnerTexts();

  await years.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('heading', { name: `Your ${before}` }).waitFor();
  const focused = await years.evaluate((element) => element === document.activeElement);
  await page.locator('button[aria-disabled="false"]', { hasText: 'Download image' }).waitFor();
  await page.keyboard.press('Tab');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);

  expect(Number(latest)).toBeGreaterThan(Number(before));
  expect(focused).toBe(true);
  expect(page.url()).toMatch(new RegExp(`#year/${before}$`));
  expect(file.suggestedFilename()).toBe(`immersion-${before}.png`);
});

test('a year without a record says so, and leads to the latest year', async () => {
  const url = `${tracker.url}/#year/1999`;
  const page = await signIn(await visits.newcomer(), url, veteran.user);
  await page.getByText('Nothing in 1999.').waitFor();

  await page.getByRole('link', { name: /^See your \d+$/ }).click();

  await image(page).waitFor();
  expect(page.url()).toMatch(/#year\/20\d\d$/);
});

test('if the library cannot be loaded, the figures stay, and another attempt helps', async () => {
  const page = await signIn(await visits.newcomer(), tracker.url, veteran.user);
  await page.route('**/library?year=*', (route) => route.abort());
  await page.goto(`${tracker.url}/#year`);
  await page.getByRole('alert').waitFor();
  const label = await image(page).getAttribute('aria-label');
  await page.unroute('**/library?year=*');

  await page.getByRole('button', { name: 'Try again' }).click();

  await downloadButton(page).waitFor();
  await expect
    .poll(() => downloadButton(page).evaluate((button) => button === document.activeElement))
    .toBe(true);
  expect(plain(label)).toMatch(/ hours on \d+ days/);
});

test('axe finds nothing wrong, and the image is as wide as its place', async () => {
  const page = await openYear(await visits.newcomer(phone));
  expect(await axe(page)).toEqual([]);

  for (const [{ viewport }, width] of [
    [phone, 358],
    [desktop, 576],
  ] as const) {
    await page.setViewportSize(viewport);
    await expect.poll(async () => (await image(page).boundingBox())?.width).toBe(width);
    const box = await image(page).boundingBox();
    const content = await page.evaluate(() => document.documentElement.scrollWidth);

    expect((box?.height ?? 0) / width).toBeCloseTo(1.25);
    expect(content).toBeLessThanOrEqual(viewport.width);
  }
});
