import { endpoints } from '@immersion-tracker/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wholeDeadline } from '../kernel/testing/fakes.ts';
import type { Store } from '../store/store.ts';
import { getShows } from './get-shows.ts';
import { callWith, emptyStore } from './testing/shows.ts';

let store: Store;

beforeEach(() => {
  store = emptyStore();
});

afterEach(() => store.close());

async function addShow(folder_name: string, more: { [name: string]: string | number | null } = {}) {
  const keys = { pk: 'USER#alice', sk: `SHOW#${folder_name}`, user: 'alice' };
  await store.insertIfAbsent([{ ...keys, folder_name, ...more }], wholeDeadline().signal);
}

const shows = (user?: string) => getShows({ store })(callWith(undefined, user));

test('a user without shows has an empty list', async () => {
  expect(await shows()).toEqual({ shows: [] });
});

test('shows have exactly the documented fields, which are null until they are set', async () => {
  const metadata = { tvdb_id: 12345, tvdb_name: 'Example Show', tvdb_image: 'https://e.com/p.jpg' };
  await addShow('show_name', { ...metadata, tvdb_average_runtime: 2700, version: 2 });
  await addShow('unknown', { version: 1 });

  const answer = await shows();

  expect(endpoints.getShows.response.parse(answer)).toStrictEqual(answer);
  expect(answer).toEqual({
    shows: [
      { folder_name: 'show_name', ...metadata },
      { folder_name: 'unknown', tvdb_id: null, tvdb_name: null, tvdb_image: null },
    ],
  });
});

test('shows are sorted by the bytes of their keys', async () => {
  // In UTF-8, ～ (U+FF5E) starts with EF, and 😀 (U+1F600) with F0.
  for (const folder of ['😀', 'b', 'é', '～', 'B', 'a']) await addShow(folder);

  const answer = await shows();

  expect(answer.shows.map(({ folder_name }) => folder_name)).toEqual([
    ...['B', 'a', 'b', 'é', '～', '😀'],
  ]);
});

test('shows of several pages are all listed', async () => {
  const folders = Array.from({ length: 1001 }, (_, index) => `${10_000 + index}`);
  for (const folder of folders) await addShow(folder);

  const answer = await shows();

  expect(answer.shows.map(({ folder_name }) => folder_name)).toEqual(folders);
});

test('episodes, podcasts and shows of other users are not listed', async () => {
  const { signal } = wholeDeadline();
  const alice = { pk: 'USER#alice', user: 'alice' };
  await addShow('A');
  await store.insertIfAbsent(
    [
      { ...alice, sk: 'EPISODE#B#1', folder_name: 'B', file_name: '1', timestamp: 1 },
      { ...alice, sk: 'SPOTIFYSHOW#s', spotify_show_id: 's', spotify_show_name: 'S' },
    ],
    signal,
  );

  const [alices, bobs] = [await shows(), await shows('bob')];

  expect(alices.shows.map(({ folder_name }) => folder_name)).toEqual(['A']);
  expect(bobs).toEqual({ shows: [] });
});
