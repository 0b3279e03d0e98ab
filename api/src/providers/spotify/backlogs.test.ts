import { beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../../kernel/testing/fakes.ts';
import {
  RECORDED,
  RECORDED_SHOW,
  type SpotifyTest,
  startSpotifyTest,
} from './testing/start-spotify-test.ts';

const list = `/v1/shows/${RECORDED_SHOW}/episodes`;
const travel = '5Xt5DXGzch68nYYamXrNxZ';
const trailer = '0Q86acNRm6V9GYx55SXKwf';
let on: SpotifyTest;

beforeEach(async () => {
  on = await startSpotifyTest();
});

const backlogs = (...ids: string[]) => on.client.backlogs(ids, wholeDeadline());
const listings = () => on.api.requests.filter(({ path }) => path.startsWith('/v1/shows/'));

/** Makes the stand-in answer the next request for an episode of the recorded show. */
function give(id: string, release_date: string): void {
  const show = { id: RECORDED_SHOW, name: 'Example Podcast', images: [] };
  const body = JSON.stringify({ id, name: `Title ${id}`, duration_ms: 1000, release_date, show });
  on.api.inject({ kind: 'answer', status: 200, body }, { path: `/v1/episodes/${id}` });
}

describe('the backlog of an episode', () => {
  test('is its record, and those of everything up to it', async () => {
    const found = await backlogs(RECORDED);

    const group = {
      name: 'Example Podcast',
      artworkUrl: 'https://i.scdn.co/image/ab6765630000ba8a0123456789abcdef01234567',
    };
    const own = {
      ...{ title: '#12 週末の話', durationSeconds: 1686, releaseDate: '2026-03-14' },
      ...{ groupId: RECORDED_SHOW, group },
    };
    expect([...found.keys()]).toEqual([RECORDED]);
    expect(found.get(RECORDED)?.record).toEqual(own);
    expect([...(found.get(RECORDED)?.records ?? [])]).toEqual([
      [RECORDED, own],
      [travel, { ...own, title: '#11 Travel', durationSeconds: 2754, releaseDate: '2026-03-07' }],
      [trailer, { ...own, title: '#10 Trailer', durationSeconds: 61, releaseDate: '2026-02' }],
    ]);
  });

  test('ends at its own release date, and a podcast of several episodes is listed once', async () => {
    give(travel, '2026-03-07');
    give(trailer, '2026-02');

    const found = await backlogs(travel, RECORDED, trailer, travel);

    const ids = [...found].map(([id, { records }]) => [id, [...records.keys()]]);
    expect(Object.fromEntries(ids)).toEqual({
      [travel]: [travel, trailer],
      [RECORDED]: [RECORDED, travel, trailer],
      [trailer]: [trailer],
    });
    expect(listings()).toHaveLength(1);
  });

  test('includes the episode even if the list does not', async () => {
    give('missing', '2026-03-01');

    const found = await backlogs('missing');

    expect([...(found.get('missing')?.records.keys() ?? [])]).toEqual([trailer, 'missing']);
  });

  test('is only the episode if its release date is unknown', async () => {
    give(travel, '0000');

    const found = await backlogs(travel);

    expect([...(found.get(travel)?.records.keys() ?? [])]).toEqual([travel]);
  });

  test('of podcasts with made-up lists has an episode for each week', async () => {
    const found = await backlogs('Show03Episode002000000', 'Show04Episode060000000');

    expect([...found.values()].map(({ records }) => records.size)).toEqual([2, 60]);
    expect(found.get('Show03Episode002000000')?.record).toMatchObject({
      ...{ groupId: 'StandInShow00000000003', releaseDate: '2025-06-14' },
    });
  });
});

test('unknown and malformed ids do not have a backlog', async () => {
  const found = await backlogs('unknown000000000000000', '../shows/x', RECORDED);

  expect([...found.keys()]).toEqual([RECORDED]);
});

test('without ids, nothing is requested', async () => {
  expect((await backlogs()).size).toBe(0);
  expect(on.api.requests).toEqual([]);
});

test('a podcast that cannot be listed is an error that names it', async () => {
  const file = 'spotify/error_404.json';
  on.api.inject({ kind: 'sample', file, status: 404 }, { path: list, times: 2 });

  expect((await failureOf(backlogs(RECORDED))).message).toMatch(
    /^Spotify does not list the episodes of the podcast "Example Podcast"; /,
  );
});
