import type { WatchedRecord } from '../../tracker/tracker.ts';

/** An episode of 24 minutes. */
export function watchedRecord(id: string, changes: Partial<WatchedRecord> = {}): WatchedRecord {
  return {
    ...{ id, rewatch_of: null, kind: 'episode', title: `Title of ${id}`, artwork_url: null },
    ...{ group_id: '100', group: 'Samurai Barista', watched_at: 0 },
    ...{ duration: 1440, duration_source: 'file' },
    ...changes,
  };
}

/** Epoch seconds of an ISO time. */
export const at = (iso: string): number => Date.parse(iso) / 1000;
