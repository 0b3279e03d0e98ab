import { afterEach, beforeEach, expect, test } from 'vitest';
import { wholeDeadline } from '../kernel/testing/fakes.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { everyKind } from '../store/testing/conformance/every-kind.ts';
import { episode, movie } from '../store/testing/conformance/subject.ts';
import { lookup } from './lookup.ts';

let store: Store;

beforeEach(() => {
  store = openSqliteStore(':memory:', () => {});
});

afterEach(() => store.close());

const look = (ids: string[], user = 'alice') =>
  lookup({ store })({ user, body: { ids }, deadline: wholeDeadline() });

const insert: Store['insertIfAbsent'] = (...args) => store.insertIfAbsent(...args);

test('records of all four kinds are known, with when and by which request', async () => {
  const records = everyKind('alice').map(({ item }) => item);
  await insert(records, wholeDeadline().signal);
  const ids = ['SPOTIFYEPISODE#episode', 'EPISODE#folder#file', 'MOVIE#file', 'YOUTUBEVIDEO#video'];

  const answer = await look(ids);

  const times = [0, 1_730_000_000, 1_730_000_000, 1_730_000_000];
  expect(answer).toEqual({
    known: ids.map((id, index) => ({ id, watched_at: times[index], source: '5b0e7c1e' })),
  });
});

test('a record without a source has null', async () => {
  await insert([movie('alice', 'a', 7)], wholeDeadline().signal);

  expect(await look(['MOVIE#a'])).toEqual({
    known: [{ id: 'MOVIE#a', watched_at: 7, source: null }],
  });
});

test('a rewatch is known by its own id', async () => {
  await insert([movie('alice', 'a', 7)], wholeDeadline().signal);
  const attributes = { timestamp: 9, rewatch_of: 'MOVIE#a', source: 'run 2' };
  const copy = { from: 'MOVIE#a', to: 'MOVIE#a#9', attributes };
  await store.copyIfAbsent('USER#alice', [copy], wholeDeadline().signal);

  expect(await look(['MOVIE#a#9'])).toEqual({
    known: [{ id: 'MOVIE#a#9', watched_at: 9, source: 'run 2' }],
  });
});

test('what is not there, not a record, or no id at all is simply not known', async () => {
  await insert(
    everyKind('alice').map(({ item }) => item),
    wholeDeadline().signal,
  );

  const answer = await look([
    ...['MOVIE#b', 'SHOW#folder', 'YOUTUBECHANNEL#channel', 'SPOTIFYSHOW#show', 'SETTINGS'],
    ...[
      'MOVIE#',
      'movie#file',
      'MOVIE#file ',
      '#',
      ' ',
      '\0',
      '日本語',
      `MOVIE#${'x'.repeat(5000)}`,
    ],
  ]);

  expect(answer).toEqual({ known: [] });
});

test("another user's records are not known", async () => {
  await insert([movie('bob', 'a')], wholeDeadline().signal);

  expect(await look(['MOVIE#a'])).toEqual({ known: [] });
});

test('an id that is asked for twice is told once', async () => {
  await insert([episode('alice', 'a', 'b', 7)], wholeDeadline().signal);

  const { known } = await look(['EPISODE#a#b', 'MOVIE#a', 'EPISODE#a#b']);

  expect(known).toHaveLength(1);
});

test('nothing is asked for and nothing told of an empty list', async () => {
  expect(await look([])).toEqual({ known: [] });
});
