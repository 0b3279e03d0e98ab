import { createClient, endpoints, type Progress } from '@immersion-tracker/contract';
import { type Providers, startProviders } from '@immersion-tracker/stand-ins';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTracker, type Tracker } from '../testing/trackers/local-host.ts';
import { putItems, twentyMonths } from './testing/history.ts';
import { overview, passwordOf, signIn, useVisits } from './testing/visit.ts';

const visits = useVisits();
let providers: Providers;
let tracker: Tracker;
beforeAll(async () => {
  providers = await startProviders();
  tracker = await startTracker({ environment: providers.environment });
  putItems(tracker, 'bob', twentyMonths());
});
afterAll(async () => {
  await tracker?.remove();
  await providers?.close();
});

const clientOf = (user: string) =>
  createClient({ baseUrl: tracker.url, user, password: passwordOf(user) });

/** Bob's dashboard, and the answer of `GET /progress` that it shows. */
async function bobsReport(
  options?: BrowserContextOptions,
): Promise<{ readonly page: Page; readonly progress: Progress }> {
  const context = await visits.newcomer(options);
  const answered = context.waitForEvent('response', (response) =>
    response.url().endsWith('/progress'),
  );
  const page = await signIn(context, tracker.url, 'bob');
  await overview(page).waitFor();
  return { page, progress: await (await answered).json() };
}

/** The date in Auckland when the report was requested, in the given language. */
function todayInAuckland(page: Page, locale: string): Promise<string> {
  return page.locator('header time').evaluate((time, language) => {
    const asOf = new Date(time.getAttribute('datetime') ?? '');
    return asOf.toLocaleDateString(language, {
      timeZone: 'Pacific/Auckland',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
  }, locale);
}

async function textOf(page: Page, selector: string): Promise<string> {
  const text = await page.locator(selector).innerText();
  return text.replaceAll('\u00a0', ' ');
}

/** The rows of a chart's table. */
async function tableOf(page: Page, chart: string): Promise<string[][]> {
  await page.getByRole('button', { name: `Table of ${chart}` }).click();
  const rows = await page.getByRole('region', { name: chart }).locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('th, td').allInnerTexts();
      return cells.map((cell) => cell.replaceAll('\u00a0', ' '));
    }),
  );
}

/** All entries of a kind's own page: name, note, count with share, and link. */
async function entriesOf(page: Page, title: string): Promise<(string | null)[][]> {
  await page.goto(`${tracker.url}/#${title.split(' ').at(-1)?.toLowerCase()}`);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  return page.locator('.entries-all li').evaluateAll((entries) =>
    entries.map((entry) => {
      const text = (part: string) => entry.querySelector(part)?.textContent ?? null;
      const link = entry.querySelector('a')?.getAttribute('href') ?? null;
      return [text('.entry-name'), text('.entry-note'), text('.entry-count'), link];
    }),
  );
}

/** An entry's count and share, such as `12 episodes · 5%`. */
function part(count: number, total: number, noun: string): string {
  const share = (count / total) * 100;
  return `${count} ${noun}${count === 1 ? '' : 's'} · ${share < 1 ? '<1' : Math.round(share)}%`;
}

const minutesIn = (text: string) => {
  const [, hours = '0'] = /(\d+) h/.exec(text) ?? [];
  const [, minutes = '0'] = /(\d+) min/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
};

test('a new user sees how to sync, and then the progress of the first sync', async () => {
  const page = await signIn(await visits.newcomer(), tracker.url);
  await page.getByRole('heading', { name: 'Your first hour is ahead' }).waitFor();
  const advice = await textOf(page, 'main');
  const client = clientOf('alice');
  const episodes = ['1', '2', '3'].map((file_name) => ({ folder_name: '推しの子', file_name }));
  await client.send(endpoints.syncEpisodes, { episodes });
  await client.send(endpoints.updateShow, { folder_name: '推しの子', tvdb_id: 421069 });
  await client.send(endpoints.syncMovies, { movies: [{ file_name: 'Lola', tvdb_id: 2658 }] });
  await client.send(endpoints.syncYoutube, { video_ids: ['aB3dE5fG7hI'] });
  await client.send(endpoints.syncSpotify, { episode_ids: ['512ojhOuo1ktJprKbVcKyQ'] });

  await page.getByRole('button', { name: 'I have synced' }).click();
  await page.getByRole('heading', { name: 'of immersion' }).waitFor();

  const progress = await client.send(endpoints.getProgress, undefined);
  const shown = await textOf(page, 'main');
  expect(advice).toContain('npx immersion sync Media');
  expect(advice).toContain(tracker.url);
  expect(shown).toContain('on your first day');
  for (const words of ['3 episodes', '1 movie', '1 YouTube video', '1 podcast episode']) {
    expect(await textOf(page, '.totals')).toContain(words);
    expect(await textOf(page, '.today')).toContain(words);
  }
  for (const { name } of [...progress.shows, ...progress.movies]) expect(shown).toContain(name);
  for (const { channel_name } of progress.youtube_channels) expect(shown).toContain(channel_name);
  for (const { show_name } of progress.spotify_shows) expect(shown).toContain(show_name);
});

test('the page shows everything in the progress, with the same numbers', async () => {
  const { page, progress } = await bobsReport();

  const totals = await textOf(page, '.totals');
  const today = await textOf(page, '.today');
  const week = await textOf(page, '.week');
  const bars = await page
    .locator('.week-bar')
    .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().height));
  const days = await tableOf(page, 'Last seven days');
  const quarters = await tableOf(page, 'All time');
  const shows = await entriesOf(page, 'Shows');
  const movies = await entriesOf(page, 'Movies');
  const channels = await entriesOf(page, 'YouTube channels');
  const podcasts = await entriesOf(page, 'Podcasts');

  expect(totals.replaceAll('\n', ' ')).toContain(`${progress.total_hours_watched} hours`);
  expect(totals).toContain(`in ${progress.days_since_first_episode} days, since around`);
  const counts: [number, number, string][] = [
    [progress.total_episodes_watched, progress.episodes_watched_today, 'episode'],
    [progress.total_movies_watched, progress.movies_watched_today, 'movie'],
    [progress.youtube_videos_watched, progress.youtube_videos_watched_today, 'YouTube video'],
    [progress.spotify_episodes_watched, progress.spotify_episodes_watched_today, 'podcast episode'],
  ];
  for (const [total, ofToday, noun] of counts) {
    expect(total).toBeGreaterThan(1);
    expect(totals).toContain(`${total} ${noun}s`);
    if (ofToday === 0) expect(today).not.toMatch(new RegExp(`^\\d+ ${noun}`, 'm'));
    else expect(today).toContain(`${ofToday} ${noun}${ofToday === 1 ? '' : 's'}`);
  }
  expect(counts.some(([, ofToday]) => ofToday > 0)).toBe(true);
  const change = new Intl.NumberFormat('en-NZ', {
    ...{ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  });
  expect(week).toContain(
    `(${change.format((progress.weekly_trend_percentage ?? Number.NaN) / 100)})`,
  );
  expect(days.map(([, watched = '']) => minutesIn(watched))).toStrictEqual(
    progress.daily_activity.map(({ minutes_watched }) => minutes_watched),
  );
  const longest = Math.max(
    ...progress.daily_activity.map(({ minutes_watched }) => minutes_watched),
  );
  const heights = progress.daily_activity.map(
    ({ minutes_watched }) => (minutes_watched / longest) * Math.max(...bars),
  );
  for (const [day, height] of heights.entries()) expect(bars[day]).toBeCloseTo(height, 0);
  expect(quarters.map(([quarter, hours]) => [quarter, hours])).toStrictEqual(
    progress.all_time_progress.map(({ label, cumulative_hours }, index, { length }) => [
      index === length - 1 ? `${label}, so far` : label,
      `${cumulative_hours} h`,
    ]),
  );
  expect(quarters.length).toBeGreaterThan(6);
  expect(shows).toStrictEqual(
    progress.shows.map(({ show_id, name, episodes_watched: count }) => [
      name ?? 'Episodes without a show',
      show_id === null && name !== null ? 'Not yet matched with TheTVDB' : null,
      part(count, progress.total_episodes_watched, 'episode'),
      show_id && `https://thetvdb.com/dereferrer/series/${show_id}`,
    ]),
  );
  expect(movies).toStrictEqual(
    progress.movies.map(({ movie_id, name }) => [name, movie_id, null, null]),
  );
  expect(channels).toStrictEqual(
    progress.youtube_channels.map(({ channel_id, channel_name, videos_watched: count }) => [
      channel_name ?? `Channel ${channel_id}`,
      null,
      part(count, progress.youtube_videos_watched, 'video'),
      `https://www.youtube.com/channel/${channel_id}`,
    ]),
  );
  expect(podcasts).toStrictEqual(
    progress.spotify_shows.map(({ show_id, show_name, episodes_watched: count }) => [
      show_name ?? `Podcast ${show_id}`,
      null,
      part(count, progress.spotify_episodes_watched, 'episode'),
      `https://open.spotify.com/show/${show_id}`,
    ]),
  );
  expect([shows.length, movies.length, channels.length, podcasts.length]).toStrictEqual([
    11, 8, 8, 2,
  ]);
});

test('days follow the time zone of the tracker and the language of the browser', async () => {
  const { page, progress } = await bobsReport({
    timezoneId: 'Pacific/Honolulu',
    locale: 'de-DE',
  });

  const days = await tableOf(page, 'Last seven days');
  const quarters = await tableOf(page, 'All time');

  expect(days.at(-1)?.[0]).toBe(await todayInAuckland(page, 'de-DE'));
  expect(await textOf(page, '.today')).toContain(await todayInAuckland(page, 'de-DE'));
  expect(new Set(days.map(([day]) => day)).size).toBe(7);
  expect(await textOf(page, 'footer')).toContain('Pacific/Auckland');
  const inGerman = new Map([
    ['Jan', 'Jan.'],
    ['Apr', 'Apr.'],
    ['Jul', 'Juli'],
    ['Oct', 'Okt.'],
  ]);
  expect(quarters.map(([quarter = '']) => quarter.replace(', so far', ''))).toStrictEqual(
    progress.all_time_progress.map(
      ({ label }) => `${inGerman.get(label.slice(0, 3))} ${label.slice(4)}`,
    ),
  );
});
