import { expect, test } from 'vitest';
import type { LibraryEntry } from '../tracker/tracker.ts';
import { unmatchedFirst } from './unmatched-first.ts';

const entry = (kind: LibraryEntry['kind'], group_id: string, seconds = 0): LibraryEntry => ({
  ...{ kind, group_id, seconds, name: null, artwork_url: null, records: 1, guessed_seconds: 0 },
  ...{ first_watched_at: 0, last_watched_at: 0 },
});

test('shows to match come first, then whatever took the most time', () => {
  const library = [
    entry('episode', '81797', 9000),
    entry('episode', 'SHOW#short', 1200),
    entry('youtube_video', 'UCabc', 9500),
    entry('episode', 'SHOW#long', 2400),
  ];

  const order = unmatchedFirst(library).map(({ group_id }) => group_id);

  expect(order).toEqual(['SHOW#long', 'SHOW#short', 'UCabc', '81797']);
});
