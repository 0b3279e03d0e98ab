import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Tracker } from './local-host.ts';

export interface RecordedItem {
  readonly sk: string;
  readonly tvdbId: number | null;
}

/** All items of a user, in the order of their sort keys. */
export function recordedItems({ dataDir }: Tracker, user: string): RecordedItem[] {
  const file = join(dataDir, 'immersion-tracker.sqlite');
  using database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT sk, tvdb_id FROM items WHERE user = ? ORDER BY sk');
  return rows.all(user).map(({ sk, tvdb_id }) => {
    return { sk: `${sk}`, tvdbId: tvdb_id === null ? null : Number(tvdb_id) };
  });
}
