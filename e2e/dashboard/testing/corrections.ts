import { type Client, endpoints } from '@immersion-tracker/contract';
import { clockOf } from '@immersion-tracker/contract/calendar';
import type { Page } from 'playwright-core';
import { DAY, movie } from './history.ts';

/** The default zone of a tracker. */
const clock = clockOf('Pacific/Auckland');

/** The date that clocks showed so many days ago. */
export const dateAgo = (days: number): string =>
  clock.shownAt(Math.floor(Date.now() / 1000) - days * DAY).date;

/** Four movies of 100 minutes, watched one to four days ago. */
export const fourMovies = () =>
  [1, 2, 3, 4].map((days) => movie(`m${days}`, `Movie ${days}`, '', days * DAY));

/** Everything that is stored for the user. */
export async function everything(client: Client) {
  const { records } = await client.send(endpoints.listRecords, {});
  return records;
}

/** The ids of `GET /watched`, and the days of `GET /history`. */
export async function listed(client: Client) {
  const { watched } = await client.send(endpoints.getWatched, { limit: 200 });
  const { days } = await client.send(endpoints.getHistory, undefined);
  return { ids: watched.map(({ id }) => id), days: days.map(({ date }) => date) };
}

/** The ids of the page's rows, in order. */
export const shownIds = (page: Page) =>
  page
    .locator('button[data-record]')
    .evaluateAll((buttons) => buttons.map((one) => one.getAttribute('data-record')));

/** The name of what has the focus. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim();
  });
