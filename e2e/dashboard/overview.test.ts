import { endpoints, mediaKinds, recordsOfDay, secondsOfDay } from '@immersion-tracker/contract';
import { dateOf, dayNumberOf } from '@immersion-tracker/contract/calendar';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Learner, useLearners } from '../testing/learners/learners.ts';
import { DAY, learnerWith, show, twentyMonths } from './testing/history.ts';
import { overview, phone, signIn, useVisits } from './testing/visit.ts';
import { lengthOf, plain } from './testing/words.ts';

const visits = useVisits();
const learners = useLearners();
const { tracker } = learners;
const veteran = learnerWith(learners, twentyMonths());

const NAMES = [
  `${'とても長い題名'.repeat(28)}。。。。`,
  'Donaudampfschifffahrt'.repeat(10).slice(0, 200),
  'حكايات من المدينة القديمة',
  'a',
];
/** Somebody who watches only shows. */
const fan = learnerWith(
  learners,
  NAMES.flatMap((folder) => show({ folder, episodes: folder.length, first: DAY * 3, every: 60 })),
);

let page: Page;
let pageOfFan: Page;
beforeAll(async () => {
  page = await signIn(await visits.shared(), tracker.url, veteran.user);
  pageOfFan = await signIn(await visits.shared(phone), tracker.url, fan.user);
  await overview(page).waitFor();
  await overview(pageOfFan).waitFor();
});

/** What the API says about a user. */
async function reportOf({ api: { send } }: Learner) {
  const [history, { library }, { watched }] = await Promise.all([
    send(endpoints.getHistory, undefined),
    send(endpoints.getLibrary, {}),
    send(endpoints.getWatched, { limit: 6 }),
  ]);
  return { history, library, watched };
}

const textOf = async (page: Page, selector: string): Promise<string> =>
  plain(await page.locator(selector).innerText());

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

test('the hours, their media and the guess are those of the history', async () => {
  const { history } = await reportOf(veteran);

  const hours = await textOf(page, '.hours');
  await page.getByRole('button', { name: 'See why' }).click();
  const why = await textOf(page, '.hours-why');

  const first = new Date(`${history.days[0]?.date}T00:00Z`).toLocaleDateString('en-NZ', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  });
  expect(hours).toContain(`${Math.floor(sum(history.days.map(secondsOfDay)) / 3600)} hours`);
  expect(hours).toContain(`of immersion since ${first}`);
  const titles = {
    episode: 'Shows',
    movie: 'Movies',
    youtube_video: 'YouTube',
    spotify_episode: 'Podcasts',
  };
  for (const { id } of mediaKinds) {
    const seconds = sum(history.days.map((day) => day[`${id}_seconds`]));
    expect(seconds).toBeGreaterThan(0);
    expect(hours).toContain(`${titles[id]} ${lengthOf(seconds)}`);
  }
  // Five episodes: four of a show that is not matched, and one without a show.
  expect(history.guessed_seconds).toBe(5 * 1200);
  expect(hours).toContain('1 h 40 min of this is a guess.');
  expect(why).toBe(
    '5 episodes count 20 min each, because neither the file nor TheTVDB says how long they are. Match their shows to fix that.',
  );
});

test('today and the last seven days are those of the history', async () => {
  const { history } = await reportOf(veteran);

  const card = await textOf(page, '.today');
  const days = await page
    .locator('.last-day')
    .evaluateAll((all) => all.map((day) => [day.getAttribute('href'), day.textContent]));

  const today = history.days.find(({ date }) => date === history.today);
  expect(today && recordsOfDay(today)).toBeGreaterThan(0);
  for (const { id, nouns } of mediaKinds) {
    const count = today?.[`${id}_records`] ?? 0;
    const [one, other] = nouns.record;
    if (count === 0) expect(card).not.toMatch(new RegExp(`\\d ${one}`));
    else expect(card).toContain(`${count} ${count === 1 ? one : other}`);
  }
  const last = dayNumberOf(history.today) ?? 0;
  expect(days).toStrictEqual(
    [6, 5, 4, 3, 2, 1, 0].map((ago) => {
      const date = dateOf(last - ago);
      const day = history.days.find((one) => one.date === date);
      const minutes = day === undefined ? 0 : Math.floor(secondsOfDay(day) / 60);
      return [`#watched?day=${date}`, `${minutes}`];
    }),
  );
});

test('the latest records and the media are those of the tracker', async () => {
  const { library, watched } = await reportOf(veteran);

  const recent = await page
    .locator('.recent-list li')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('a')?.getAttribute('href')));
  const links = await page.locator('.medium .card-link').allInnerTexts();
  const shows = await page.locator('.medium').first().locator('.most-time li').allInnerTexts();

  expect(recent).toHaveLength(watched.length);
  for (const [index, { group_id }] of watched.entries()) {
    expect(decodeURIComponent(recent[index] ?? '')).toMatch(new RegExp(`/${group_id}$`));
  }
  const count = (kind: string) => library.filter((entry) => entry.kind === kind).length;
  expect(links).toStrictEqual([
    `All ${count('episode')} shows`,
    `All ${count('movie')} movies`,
    `All ${count('youtube_video')} channels`,
    `All ${count('spotify_episode')} podcasts`,
  ]);
  const most = library
    .filter(({ kind }) => kind === 'episode')
    .toSorted((a, b) => b.seconds - a.seconds);
  expect(shows.map((text) => text.replace(/\s+/g, ' ').split(' ').at(-2))).toStrictEqual(
    most.slice(0, 4).map(({ seconds }) => lengthOf(seconds).split(' ').at(-2)),
  );
});

test('days and dates are the learner’s, in English, wherever the browser is', async () => {
  const page = await signIn(
    await visits.newcomer({ timezoneId: 'Pacific/Honolulu', locale: 'de-DE' }),
    tracker.url,
    veteran.user,
  );
  await overview(page).waitFor();
  const { history } = await reportOf(veteran);

  const [date, footer] = [await textOf(page, '.today .card-head'), await textOf(page, 'footer')];

  const day = new Date(`${history.today}T00:00Z`).toLocaleDateString('en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  });
  expect(date).toContain(day);
  expect(footer).toContain('Days begin at midnight in Pacific/Auckland.');
});

test('long, Japanese and Arabic names fit into the layout, even on a phone', async () => {
  for (const width of [390, 768, 1280]) {
    await pageOfFan.setViewportSize({ width, height: 900 });
    const [content, screen] = await pageOfFan
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    const heights = await pageOfFan
      .locator('.recent-list li, .most-time li')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));

    expect(content).toBeLessThanOrEqual(screen ?? 0);
    expect(Math.max(...heights)).toBeLessThan(80);
  }
});

test('a kind of media without records says how to record the first one', async () => {
  await pageOfFan.getByText('No movies yet. Put them into movies/watched/').waitFor();
  await pageOfFan.getByText('No YouTube videos yet. Put their links into watched.txt').waitFor();
});
