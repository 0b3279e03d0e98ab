import type { LibraryEntry, WatchedRecord } from '../../tracker/tracker.ts';

/** A show with an hour in two episodes. */
export const libraryEntry = (figures: Partial<LibraryEntry> = {}): LibraryEntry => ({
  ...{ kind: 'episode', group_id: '7', name: 'Dark', artwork_url: null, records: 2 },
  ...{ seconds: 3600, guessed_seconds: 0, first_watched_at: 1000, last_watched_at: 2000 },
  ...figures,
});

/** An episode of 24 minutes, as its show usually lasts. */
export const watchedRecord = (figures: Partial<WatchedRecord> = {}): WatchedRecord => ({
  ...{ id: 'EPISODE#dark#1', rewatch_of: null, kind: 'episode', title: '1', group_id: '7' },
  ...{ group: 'Dark', artwork_url: null, watched_at: 1000 },
  ...{ duration: 1440, duration_source: 'show_average' },
  ...figures,
});
