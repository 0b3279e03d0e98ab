import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recordingLog } from '../../kernel/testing/fakes.ts';
import { openSqliteStore } from '../sqlite/sqlite-store.ts';
import { wholeRows } from '../sqlite/whole-rows.ts';
import type { Store } from '../store.ts';
import { toAttributes, type WholeItem } from '../whole-item.ts';
import { newUser, type Subject } from './conformance/subject.ts';

/** A database file in a new folder, which `remove` deletes. */
export function newDatabaseFile(): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-store-'));
  return {
    file: join(folder, 'immersion-tracker.sqlite'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A store in a new file. */
export function openSqliteSubject(): Subject {
  const { file, remove } = newDatabaseFile();
  const { log, entries: logged } = recordingLog();
  const store = openSqliteStore(file, log);
  const others: Store[] = [];
  return {
    store,
    openAnother() {
      const another = openSqliteStore(file, log);
      others.push(another);
      return another;
    },
    logged,
    ...newUser(),
    async put(items) {
      putItems(file, items);
    },
    async close() {
      for (const opened of [store, ...others]) opened.close();
      remove();
    },
  };
}

/** Writes items, and replaces those with the same keys. */
function putItems(file: string, items: readonly WholeItem[]): void {
  using database = new DatabaseSync(file);
  database.exec('BEGIN');
  const rows = wholeRows(database);
  for (const item of items) {
    rows.remove(item.pk, [item.sk]);
    rows.insert(toAttributes(item));
  }
  database.exec('COMMIT');
}
