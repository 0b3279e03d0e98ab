import { mediaKinds } from '@immersion-tracker/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wholeDeadline } from '../kernel/testing/fakes.ts';
import type { Store } from '../store/store.ts';
import { everyKind } from '../store/testing/conformance/every-kind.ts';
import { episode, movie } from '../store/testing/conformance/subject.ts';
import { openMemoryStore } from '../store/testing/memory-store.ts';
import { lookup } from './lookup.ts';

let store: Store;

beforeEach(() => {
  store = openMemoryStore();
});

afterEach(() => store.close());

const look = (ids: string[], user = 'alice') =>
  lookup({ store })({ user, request: { ids }, deadline: wholeDeadline() });

const insert: Store['insertIfAbsent'] = (...args) => store.insertIfAbsent(...args);

test('records of every kind are returned with their time and source', async () => {
  const items = everyKind('alice').map(({ item }) => item);
  await insert(items, wholeDeadline().signal);

  const answer = await look(items.map(({ sk }) => sk).reverse());

  const records = items.filter(({ timestamp }) => timestamp !== undefined).reverse();
  expect(records).toHaveLength(mediaKinds.length);
  expect(answer).toEqual({
    known: records.map(({ sk, timestamp, source }) => ({ id: sk, watched_at: timestamp, source })),
  });
});

test('a record without a source has a null source', async () => {
  await insert([movie('alice', 'a', 7)], wholeDeadline().signal);

  expect(await look(['MOVIE#a'])).toEqual({
    known: [{ id: 'MOVIE#a', watched_at: 7, source: null }],
  });
});

test('a rewatch is found by its own id', async () => {
  const first = movie('alice', 'a', 7);
  const again = { ...first, sk: 'MOVIE#a#9', timestamp: 9, rewatch_of: 'MOVIE#a', source: 'run 2' };
  await insert([first, again], wholeDeadline().signal);

  expect(await look(['MOVIE#a#9'])).toEqual({
    known: [{ id: 'MOVIE#a#9', watched_at: 9, source: 'run 2' }],
  });
});

test('missing records, items that are not records, and malformed ids are left out', async () => {
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

test("another user's records are left out", async () => {
  await insert([movie('bob', 'a')], wholeDeadline().signal);

  expect(await look(['MOVIE#a'])).toEqual({ known: [] });
});

test('an id that is sent twice is returned once', async () => {
  await insert([episode('alice', 'a', 'b', 7)], wholeDeadline().signal);

  const { known } = await look(['EPISODE#a#b', 'MOVIE#a', 'EPISODE#a#b']);

  expect(known).toHaveLength(1);
});

test('an empty list returns an empty list', async () => {
  expect(await look([])).toEqual({ known: [] });
});
