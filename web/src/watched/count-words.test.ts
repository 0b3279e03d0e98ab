import { describe, expect, test } from 'vitest';
import { historyDay, noHistory, seen } from '../days/testing/samples.ts';
import type { Filters } from '../routes/routes.ts';
import { createFormats } from '../text/formats.ts';
import type { WatchedRecord } from '../tracker/tracker.ts';
import { countWords, type Loaded } from './count-words.ts';

const history = {
  ...noHistory,
  days: [
    historyDay('2026-11-25', {
      ...{ movie_seconds: 36_000, movie_records: 5 },
      ...{ spotify_episode_seconds: 60, spotify_episode_records: 1 },
    }),
    historyDay('2026-11-26', { episode_seconds: 1440, episode_records: 1 }),
  ],
};
const record: WatchedRecord = {
  ...{ id: 'a', rewatch_of: null, kind: 'movie', title: 'a', group_id: 'a', group: null },
  ...{ artwork_url: null, watched_at: 0, duration: 5400, duration_source: 'provider' },
};
const words = (filters: Filters, loaded?: Loaded) =>
  seen(countWords(history, filters, loaded, createFormats(['en-NZ'])));

test.each<[Filters, string]>([
  // 37,500 seconds.
  [{}, '7 records, 10 h'],
  [{ day: '2026-11-26' }, '1 record, 24 min'],
  [{ kind: 'movie' }, '5 movies, 10 h'],
  [{ kind: 'spotify_episode', day: '2026-11-25' }, '1 podcast episode, 1 min'],
  [{ day: '2026-11-24' }, ''],
])('%j counts %s without asking for the records', (filters, text) => {
  expect(words(filters)).toBe(text);
});

describe('with a filter that only the tracker knows', () => {
  test('all that was found is counted', () => {
    const records = [record, { ...record, id: 'b', duration: null }];

    expect(words({ query: 'a' }, { records, hasOlder: false })).toBe('2 records, 1 h 30 min');
  });

  test('what is not loaded yet is not counted', () => {
    const loaded = { records: [record], hasOlder: true };

    expect(words({ query: 'a', kind: 'movie' }, loaded)).toBe('More than 1 movie');
  });

  test('nothing is claimed before there is an answer', () => {
    expect(words({ guessed: true })).toBe('');
  });
});
