import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { sample } from '../server/samples.ts';
import type { StandIn } from '../server/start-stand-in.ts';
import { type SpotifyApiOptions, startSpotifyApi } from './api.ts';
import { makeEpisode } from './catalogue.ts';

const recordedShow = '38bS44xjbVVZ3No3ByF1dJ';
const madeUpShow = 'StandInShow00000000007';
const page = z.object({
  items: z.array(z.looseObject({ id: z.string(), release_date: z.string() }).nullable()),
  next: z.string().nullable(),
  total: z.number(),
});
let api: StandIn;

beforeEach(async () => {
  api = await startSpotifyApi();
});

afterEach(() => api.close());

const get = (path: string): Promise<Response> =>
  fetch(`${api.url}/v1/${path}`, { headers: { authorization: 'Bearer any' } });

async function restart(options: SpotifyApiOptions): Promise<void> {
  await api.close();
  api = await startSpotifyApi(options);
}

/** All entries of a show's list, and how many pages there are. */
async function list(show: string) {
  const items: z.output<typeof page>['items'] = [];
  let pages = 0;
  for (let query: string | undefined = '?limit=50&market=JP'; query !== undefined; pages += 1) {
    const response = await get(`shows/${show}/episodes${query}`);
    const { items: more, next } = page.parse(await response.json());
    items.push(...more);
    query = next ? new URL(next).search : undefined;
  }
  return { items, pages };
}

test('the recorded show has the recorded pages', async () => {
  const pages = [0, 3].map((offset) =>
    get(`shows/${recordedShow}/episodes?market=JP&limit=3&offset=${offset}`),
  );

  const [first, second] = await Promise.all(pages);

  expect(await first?.json()).toEqual(JSON.parse(sample('spotify/show_episodes_page1.json')));
  expect(await second?.json()).toEqual(JSON.parse(sample('spotify/show_episodes_page2.json')));
});

test('without a market, no entry of a list is available', async () => {
  const response = await get(`shows/${recordedShow}/episodes?limit=3`);

  expect(await response.json()).toMatchObject({ items: [null, null, null], total: 4 });
});

test('a made-up show lists the same sixty episodes each time, newest first, on two pages', async () => {
  const { items, pages } = await list(madeUpShow);

  const episodes = items.filter((item) => item !== null);
  const dates = episodes.map(({ release_date }) => release_date);
  expect(pages).toBe(2);
  expect(episodes).toHaveLength(60);
  expect(items.length).toBe(63);
  expect([dates.at(0), dates.at(-1)]).toEqual(['2026-07-25', '2025-06-07']);
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect(await list(madeUpShow)).toEqual({ items, pages });
});

test('a listed episode is the one that is found by its id, without its show', async () => {
  const { items } = await list(madeUpShow);

  const response = await get(`episodes/${items[0]?.id}?market=JP`);

  expect(await response.json()).toEqual({
    ...items[0],
    show: expect.objectContaining({ id: madeUpShow, name: 'Show 7' }),
  });
});

test('an episode that was requested is in the list of its show', async () => {
  const id = '0123456789abcdefABCDEF';
  const response = await get(`episodes/${id}?market=JP`);
  const { show } = z.object({ show: z.object({ id: z.string() }) }).parse(await response.json());

  const { items } = await list(show.id);

  expect(items.find((item) => item?.id === id)?.release_date).toBe('2026-03-14');
});

test.each([
  ['shows/short/episodes?market=JP', 400, 'error_400_invalid_base62.json'],
  [`shows/${madeUpShow}/episodes?market=JP&limit=51`, 400, 'error_400_invalid_limit.json'],
  [`shows/${madeUpShow}/episodes?market=JP&limit=0`, 400, 'error_400_invalid_limit.json'],
  ['shows/StandInShow00000000021/episodes?market=JP', 404, 'error_404_resource_not_found.json'],
])('%s is answered with %i', async (path, status, file) => {
  const response = await get(path);

  expect(response.status).toBe(status);
  expect(await response.text()).toBe(sample(`spotify/${file}`));
});

test('the largest page can be an option, and so can the list of a show', async () => {
  const show = { id: madeUpShow, name: 'Replaced' };
  const only = makeEpisode({ id: 'a'.repeat(22), name: 'Only', milliseconds: 1000, show });
  await restart({
    maxLimit: 10,
    showEpisodes: (id) => (id === madeUpShow ? [only] : id === recordedShow ? null : undefined),
  });

  const replaced = await get(`shows/${madeUpShow}/episodes?market=JP&limit=10`);
  const removed = await get(`shows/${recordedShow}/episodes?market=JP&limit=10`);
  const tooLarge = await get(`shows/${madeUpShow}/episodes?market=JP&limit=11`);

  expect(await replaced.json()).toMatchObject({ items: [{ name: 'Only' }], total: 1, next: null });
  expect([removed.status, tooLarge.status]).toEqual([404, 400]);
});
