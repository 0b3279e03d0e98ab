import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../sqlite.ts';
import type { Store } from '../store.ts';
import { type ForeignItem, keepingLog, type Subject } from './conformance/subject.ts';

/** A new folder for one test's database. `remove` deletes it with all that is in it. */
export function newDatabaseFile(): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'immersion-tracker-store-'));
  return {
    file: join(folder, 'store.sqlite'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A store in a file of its own. */
export function openSqliteSubject(): Subject {
  const { file, remove } = newDatabaseFile();
  const { log, logged } = keepingLog();
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
    async put(items) {
      putRows(file, items);
    },
    async close() {
      for (const opened of [store, ...others]) opened.close();
      remove();
    },
  };
}

/** Puts rows as a person could with the sqlite3 shell, after adding the columns they need. */
function putRows(file: string, rows: readonly ForeignItem[]): void {
  const database = new DatabaseSync(file);
  const known = new Set(
    database
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all('items')
      .map(({ name }) => name),
  );
  for (const name of new Set(rows.flatMap((row) => Object.keys(row)))) {
    if (!known.has(name)) database.exec(`ALTER TABLE items ADD COLUMN ${name} ANY`);
  }
  database.exec('BEGIN');
  for (const row of rows) {
    const values = Object.values(row).map((value) => value ?? null);
    const names = Object.keys(row);
    database
      .prepare(
        `INSERT OR REPLACE INTO items (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      )
      .run(...values);
  }
  database.exec('COMMIT');
  database.close();
}
