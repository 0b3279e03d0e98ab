import { beforeEach, describe, expect, test } from 'vitest';
import { deadlineIn } from '../../kernel/deadline.ts';
import { failureOf, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { listEpisodes } from './list-episodes.ts';
import { RECORDED_SHOW, type SpotifyTest, startSpotifyTest } from './testing/start-spotify-test.ts';

const path = `/v1/shows/${RECORDED_SHOW}/episodes`;
const madeUpShow = 'StandInShow00000000007';
const recorded = [
  {
    ...{ id: '512ojhOuo1ktJprKbVcKyQ', title: '#12 週末の話', durationSeconds: 1686 },
    releaseDate: '2026-03-14',
  },
  {
    ...{ id: '5Xt5DXGzch68nYYamXrNxZ', title: '#11 Travel', durationSeconds: 2754 },
    releaseDate: '2026-03-07',
  },
  {
    ...{ id: '0Q86acNRm6V9GYx55SXKwf', title: '#10 Trailer', durationSeconds: 61 },
    releaseDate: '2026-02',
  },
];
let on: SpotifyTest;

beforeEach(async () => {
  on = await startSpotifyTest();
});

/** Makes the stand-in answer the next request for the recorded list with this page. */
function give(items: readonly unknown[], next: string | null = null): void {
  const body = JSON.stringify({ items, next });
  on.api.inject({ kind: 'answer', status: 200, body }, { path });
}

/** The queries of all requests so far. */
const queries = () => on.api.requests.map(({ query }) => Object.fromEntries(query));

const list = () => on.list(RECORDED_SHOW, wholeDeadline());
const titles = async () => (await list()).map(({ title }) => title);
const item = (id: string) => ({ id, name: `Title ${id}`, duration_ms: 1000 });

describe('the episodes of a podcast', () => {
  test('come from every page, in the order of the list, without those that are null', async () => {
    expect(await on.list(RECORDED_SHOW, wholeDeadline(), 3)).toEqual(recorded);

    expect(on.api.requests.map((request) => request.path)).toEqual([path, path]);
    expect(queries()).toEqual([
      { market: 'NZ', limit: '3', offset: '0' },
      { market: 'NZ', limit: '3', offset: '3' },
    ]);
  });

  test('are requested fifty at a time', async () => {
    expect(await on.list(madeUpShow, wholeDeadline())).toHaveLength(60);

    expect(queries()).toEqual([
      { market: 'NZ', limit: '50', offset: '0' },
      { market: 'NZ', limit: '50', offset: '50' },
    ]);
  });

  test('can be none', async () => {
    on.api.inject({ kind: 'sample', file: 'spotify/show_episodes_empty.json', status: 200 });

    expect(await list()).toEqual([]);
  });

  test('go on after a page whose items are all null', async () => {
    on.api.inject({ kind: 'sample', file: 'spotify/show_episodes_all_null.json', status: 200 });

    expect(await list()).toEqual(recorded.slice(2));
  });

  test.each([
    ['another host', 'https://example.org/v1/shows/x/episodes?offset=2&limit=1&market=JP'],
    ['no market', 'https://api.spotify.com/v1/shows/x/episodes?offset=2&limit=1'],
    ['no host', '/v1/shows/x/episodes?offset=2&limit=1'],
  ])('go on at our own address, with the market, if the next page has %s', async (_, next) => {
    give([item('a')], next);

    expect(await titles()).toEqual(['Title a', '#11 Travel', '#10 Trailer']);
    expect(on.api.requests.map((request) => request.path)).toEqual([path, path, path]);
    expect(queries()[1]).toEqual({ market: 'NZ', offset: '2', limit: '1' });
  });

  test('end when the next page has been read already', async () => {
    give([item('a')], `${path}?offset=3`);
    give([item('b')], `${path}?offset=0`);

    expect(await titles()).toEqual(['Title a', 'Title b']);
  });

  test('end when a page repeats, whatever its address', async () => {
    const body = JSON.stringify({ items: [item('a'), null], next: `${path}?offset=2` });
    const repeated = JSON.stringify({ items: [item('a'), null], next: `${path}?offset=4` });
    on.api.inject({ kind: 'answer', status: 200, body }, { path });
    on.api.inject({ kind: 'answer', status: 200, body: repeated }, { path });

    expect(await titles()).toEqual(['Title a']);
    expect(on.api.requests).toHaveLength(2);
  });

  test('do not repeat if the list moved on between two pages', async () => {
    give([item('a'), item('b')], `${path}?offset=2`);
    give([item('b'), item('c')]);

    expect(await titles()).toEqual(['Title a', 'Title b', 'Title c']);
  });

  test('are only those that Spotify describes fully', async () => {
    give([
      ...[null, 7, {}, { ...item('a'), id: '../x' }, { ...item('b'), name: '' }],
      ...[{ ...item('c'), name: null }, { ...item('d'), duration_ms: null }, item('e')],
      { ...item('f'), release_date: '0000' },
    ]);

    expect(await list()).toEqual(
      ['e', 'f'].map((id) => {
        return { id, title: `Title ${id}`, durationSeconds: 1, releaseDate: null };
      }),
    );
  });

  test('are found if a 404 was random', async () => {
    const file = 'spotify/error_404_resource_not_found.json';
    on.api.inject({ kind: 'sample', file, status: 404 });

    expect(await list()).toEqual(recorded);
  });
});

describe('if Spotify refuses pages of fifty', () => {
  test('pages of ten are requested', async () => {
    on = await startSpotifyTest({ standIn: { maxLimit: 10 } });

    expect(await on.list(madeUpShow, wholeDeadline())).toHaveLength(60);
    expect(queries().slice(0, 3)).toEqual([
      { market: 'NZ', limit: '50', offset: '0' },
      { market: 'NZ', limit: '10', offset: '0' },
      { market: 'NZ', limit: '10', offset: '10' },
    ]);
  });

  test('and of ten, pages of its own size are requested', async () => {
    on = await startSpotifyTest({ standIn: { maxLimit: 5 } });

    expect(await list()).toEqual(recorded);
    expect(queries()).toEqual([
      { market: 'NZ', limit: '50', offset: '0' },
      { market: 'NZ', limit: '10', offset: '0' },
      { market: 'NZ', offset: '0' },
    ]);
  });
});

describe('a list that cannot be read is an error', () => {
  test('that says what to do, if the deadline passes after some pages', async () => {
    // Logs in, so that only the list can be late.
    await on.list(madeUpShow, wholeDeadline());
    give([item('a')], `${path}?offset=1`);
    on.api.inject({ kind: 'hang' }, { path });

    const failure = await failureOf(on.list(RECORDED_SHOW, deadlineIn(50)));

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual({
      code: 'provider_error',
      message:
        'Spotify did not list all episodes of the podcast "A podcast" in time; try again later and with fewer podcasts at once, or record its episodes one at a time.',
    });
  });

  test('that says what to do, if the podcast is not found twice', async () => {
    const file = 'spotify/error_404_resource_not_found.json';
    on.api.inject({ kind: 'sample', file, status: 404 }, { times: 2 });

    expect((await failureOf(list())).message).toBe(
      'Spotify does not list the episodes of the podcast "A podcast"; try again later, or record them one at a time.',
    );
    expect(on.api.requests).toHaveLength(2);
  });

  test('with the status of a refusal', async () => {
    const file = 'spotify/error_400_invalid_base62.json';
    on.api.inject({ kind: 'sample', file, status: 400 });

    expect((await failureOf(list())).message).toBe('Spotify refused the request with status 400.');
  });

  test.each([
    ['items', { items: null, next: null }],
    ['items has more than 50', { items: Array(51).fill(null), next: null }],
    ['next', { items: [], next: 7 }],
  ])('with the path of an undocumented format (%s)', async (where, body) => {
    on.api.inject({ kind: 'answer', status: 200, body: JSON.stringify(body) }, { path });

    expect((await failureOf(list())).message).toBe(
      `Spotify sent a list of episodes in an undocumented format: ${where}.`,
    );
  });

  test('if it always has a next page', async () => {
    let pages = 0;
    const get = async () => {
      pages += 1;
      const json = { items: [item(`${pages}`)], next: `${path}?offset=${pages}` };
      return { status: 200, json, text: '' };
    };
    const api = { get, waitForSecondLook: async () => {} };

    const work = listEpisodes(api, { id: RECORDED_SHOW, name: 'A podcast' }, wholeDeadline());

    expect((await failureOf(work)).message).toBe(
      'Spotify sent more than 2000 pages with episodes of the podcast "A podcast".',
    );
    expect(pages).toBe(2000);
  });

  test('if the link to the next page is damaged', async () => {
    give([item('a')], 'https://');

    expect((await failureOf(list())).message).toBe('Spotify sent a damaged link to the next page.');
  });
});
