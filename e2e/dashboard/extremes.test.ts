import { endpoints } from '@immersion-tracker/contract';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useLearners } from '../testing/learners/learners.ts';
import { DAY, learnerWith, movie, show, twentyMonths } from './testing/history.ts';
import { signIn, useVisits } from './testing/visit.ts';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(10);

const now = Math.floor(Date.now() / 1000);

const visits = useVisits();
const learners = useLearners();
const everyday = learnerWith(learners, [
  ...twentyMonths(),
  ...show({ folder: LONG, episodes: 3, first: 3 * DAY, every: DAY }),
  movie('long', LONG, '', DAY),
]);
beforeAll(() => everyday.api.send(endpoints.updateSettings, { daily_goal_minutes: 30 }));
// Lengths as long as `9 h 50 min` of every medium.
const seconds = 9 * 3600 + 50 * 60;
const balanced = learnerWith(learners, [
  { ...movie('m', 'Movie', '', DAY), movie_duration: seconds },
  ...show({ folder: 'Show', episodes: 29, first: DAY }),
  {
    ...{ sk: 'YOUTUBEVIDEO#v', youtube_video_id: 'v', youtube_video_title: 'Video' },
    ...{ youtube_channel_id: 'UC', youtube_video_duration: seconds, timestamp: now - DAY },
  },
  {
    ...{ sk: 'SPOTIFYEPISODE#e', spotify_episode_id: 'e', spotify_episode_title: 'Episode' },
    ...{ spotify_show_id: 'p', spotify_episode_duration: seconds, timestamp: now - DAY },
  },
]);
const endless = learnerWith(learners, [
  { ...movie('longest', 'Longest', '', 2 * DAY), movie_duration: 1_234_567 * 3600 },
  { ...movie('long', 'Long', '', 0), movie_duration: 200 * 3600 },
  ...show({ folder: 'Show', episodes: 3, first: 0 }),
]);

const PAGES = [
  'overview',
  'watched',
  'shows',
  'movies',
  'channels',
  'podcasts',
  'shows/900100',
  'year',
  'settings',
];

const EVERYBODY = [
  ['with long names', everyday],
  ['who spends the same time on everything', balanced],
  ['with absurd lengths', endless],
] as const;

/** How many pixels of a page are beyond the screen's right edge. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });

test.each(EVERYBODY)(
  'no page of somebody %s scrolls sideways, not even with large letters',
  async (_, { user }) => {
    const page = await signIn(await visits.newcomer(), learners.tracker.url, user);

    for (const name of PAGES) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, name);
      await page.locator('main h1:visible').first().waitFor();
      await page.locator('.loading-progress').waitFor({ state: 'detached' });
      for (const [width, size] of [
        [320, 100],
        [390, 100],
        [390, 200],
        [768, 100],
      ] as const) {
        await page.setViewportSize({ width, height: 844 });
        await page.evaluate((scale) => {
          document.documentElement.style.fontSize = `${scale}%`;
        }, size);
        const message = `${name} at ${width} pixels, letters of ${size} %`;
        // Lists measure their place again after it has changed.
        await expect.poll(() => beyond(page), { message }).toBe(0);
      }
    }
  },
);
