import { expect, test } from 'vitest';
import type { Watched } from '../../tracker/watched.ts';
import { lengthInWords } from './length-in-words.ts';

test.each([
  [1799, 'file', '29 min'],
  [5400, 'provider', '1 h 30 min'],
  [1200, 'guess', '~20 min'],
  [59, 'provider', 'under 1 min'],
  [null, null, ''],
] as const)('%s seconds, known from %s, read as "%s"', (duration, duration_source, words) => {
  const record: Watched = {
    ...{ id: 'YOUTUBEVIDEO#a', kind: 'youtube_video', title: 'A', group: null, group_id: 'b' },
    ...{ watched_at: 1_764_190_800, rewatch_of: null, artwork_url: null },
    ...{ duration, duration_source },
  };

  expect(lengthInWords(record)).toBe(words);
});
