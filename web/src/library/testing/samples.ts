import type { LibraryEntry } from '../../tracker/tracker.ts';

/** A show with an hour in two episodes. */
export const libraryEntry = (figures: Partial<LibraryEntry> = {}): LibraryEntry => ({
  ...{ kind: 'episode', group_id: '7', name: 'Dark', artwork_url: null, records: 2 },
  ...{ seconds: 3600, guessed_seconds: 0, first_watched_at: 1000, last_watched_at: 2000 },
  ...figures,
});
