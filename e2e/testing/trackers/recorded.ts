import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TrackerPlace } from './local-host.ts';

export interface RecordedItem {
  readonly sk: string;
  readonly tvdbId: number | null;
  /** In epoch seconds; null if it is not a watch record. */
  readonly watchedAt: number | null;
  /** In seconds, as the client measured it. */
  readonly length: number | null;
}

/** The data folder of a tracker, which may be running. */
export type DataPlace = Pick<TrackerPlace, 'dataDir'>;

/** All items of a user, in the order of their sort keys. */
export function recordedItems({ dataDir }: DataPlace, user: string): RecordedItem[] {
  const file = join(dataDir, 'immersion-tracker.sqlite');
  using database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(
    `SELECT sk, tvdb_id, timestamp, CASE WHEN sk LIKE 'MOVIE#%' THEN movie_duration
     ELSE episode_duration END AS length FROM items WHERE user = ? ORDER BY sk`,
  );
  return rows.all(user).map(({ sk, tvdb_id, timestamp, length }) => ({
    sk: `${sk}`,
    tvdbId: numberOf(tvdb_id),
    watchedAt: numberOf(timestamp),
    length: numberOf(length),
  }));
}

const numberOf = (value: unknown) => (value === null ? null : Number(value));
