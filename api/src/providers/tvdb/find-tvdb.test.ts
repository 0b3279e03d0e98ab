import type { TvdbKind } from '@immersion-tracker/contract';
import { beforeEach, expect, test } from 'vitest';
import { wholeDeadline } from '../../kernel/testing/fakes.ts';
import { findTvdb } from './find-tvdb.ts';
import { startTvdbTest, type TvdbTest } from './testing/start-tvdb-test.ts';

let on: TvdbTest;

beforeEach(async () => {
  on = await startTvdbTest();
});

/** The ids of what is found. */
async function find(query: string, type: TvdbKind = 'series'): Promise<number[]> {
  const found = await findTvdb({ tvdb: on.client, type, query, deadline: wholeDeadline() });
  return found.map(({ tvdbId }) => tvdbId);
}

/** Makes the next search find these ids. */
function searchFinds(...ids: number[]): void {
  const data = ids.map((id) => ({ tvdb_id: `${id}`, name: `Found ${id}` }));
  const body = JSON.stringify({ status: 'success', data });
  on.tvdb.inject({ kind: 'answer', status: 200, body }, { path: '/v4/search' });
}

test('words are searched', async () => {
  expect(await find('oshi no ko')).toEqual([421_069]);
  expect(on.lookUps()).toEqual(['/v4/search']);
});

test.each([
  ['https://thetvdb.com/series/oshi-no-ko', [421_069]],
  ['https://thetvdb.com/dereferrer/series/421069', [421_069]],
  ['{tvdb-421069}', [421_069]],
  ['https://thetvdb.com/series/not-a-show', []],
  ['https://thetvdb.com/dereferrer/series/900000', []],
  ['tvdb-900000', []],
  ['https://thetvdb.com/movies/run-lola-run', []],
])('%s finds only that record: %j', async (query, ids) => {
  expect(await find(query)).toEqual(ids);
  expect(on.lookUps()).not.toContain('/v4/search');
});

test('a link to a movie finds it among the movies', async () => {
  expect(await find('thetvdb.com/movies/run-lola-run', 'movie')).toEqual([2658]);
});

test('a number finds the record with that id, then what a search finds, each once', async () => {
  searchFinds(5, 1917, 7);

  expect(await find('1917', 'movie')).toEqual([1917, 5, 7]);
});

test('a number that is not an id finds what a search finds', async () => {
  searchFinds(5);

  expect(await find('900000')).toEqual([5]);
});

test('a number finds ten at most', async () => {
  searchFinds(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  expect(await find('300')).toEqual([300, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a slug finds its record, then what a search finds, since it can also be a title', async () => {
  searchFinds(5, 2658);

  expect(await find('run-lola-run', 'movie')).toEqual([2658, 5]);
});

test('a word with hyphens that is not a slug finds what a search finds', async () => {
  searchFinds(5);

  expect(await find('Spider-Man')).toEqual([5]);
});

test('an empty query finds nothing, without a request', async () => {
  expect(await find(' ')).toEqual([]);
  expect(on.tvdb.requests).toEqual([]);
});
