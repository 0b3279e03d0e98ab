import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startTracker } from '@immersion-tracker/e2e/tracker';
import { forkModule } from '../fork-module.ts';
import type { Item } from './items.ts';
import type { Subject } from './measure.ts';

/** Starts a tracker on a SQLite file with these items. */
export async function sqliteSubject(items: readonly Item[]): Promise<Subject> {
  const tracker = await startTracker();
  const file = join(tracker.dataDir, 'immersion-tracker.sqlite');
  fill(file, items);
  const bare = await forkModule(new URL('./sqlite-bare.ts', import.meta.url), file);
  return {
    url: tracker.url,
    pid: tracker.program.pid,
    bareUrl: bare.message,
    async close() {
      bare.end();
      await tracker.remove();
    },
  };
}

function fill(file: string, items: readonly Item[]): void {
  using database = new DatabaseSync(file);
  database.exec('BEGIN');
  for (const [names, alike] of Map.groupBy(items, (item) => Object.keys(item).join(', '))) {
    const places = names.replaceAll(/\w+/g, '?');
    const insert = database.prepare(`INSERT INTO items (${names}) VALUES (${places})`);
    for (const item of alike) insert.run(...Object.values(item));
  }
  database.exec('COMMIT');
}
