import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type * as z from 'zod';
import type { Log } from '../kernel/log.ts';
import { itemSchemas } from './items.ts';
import { migrate } from './sqlite-schema.ts';
import { type AttributesSchema, parseRows, type Store } from './store.ts';
import { storeUnavailable } from './unavailable.ts';

/** Rows read at a time; other requests get their turn in between. */
const PAGE_ROWS = 1000;
/** Milliseconds to wait for another process that writes to the same file. */
const BUSY_TIMEOUT_MS = 5000;

const END = Uint8Array.of(0xff);

const COLUMNS = [...new Set(itemSchemas.flatMap((schema) => Object.keys(schema.shape)))];

/**
 * A store in one SQLite file, created if absent. `synchronous = FULL`: what was answered survives
 * a power cut as well as the end of the process.
 */
export function openSqliteStore(file: string, log: Log): Store {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  migrate(database, file);

  const columns = database.prepare("SELECT name, type FROM pragma_table_info('items')").all();
  const numbers = new Set(columns.flatMap(({ name, type }) => (type === 'INTEGER' ? name : [])));

  /**
   * The columns of the schema, and always the sort key. Numbers as REAL: Node throws at an integer
   * beyond the safe ones, for all rows of the page, where it merely has to fit no schema.
   */
  function selected(attributes: AttributesSchema): string {
    const names = [...new Set(['sk', ...Object.keys(attributes.shape)])];
    return names
      .map((name) => (numbers.has(name) ? `CAST(${name} AS REAL) AS ${name}` : name))
      .join(', ');
  }

  const exists = database.prepare('SELECT 1 FROM items WHERE pk = ? AND sk = ?');
  const insert = database.prepare(
    `INSERT INTO items (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT DO NOTHING`,
  );

  return {
    async existing(pk, sks, signal) {
      return guarded(signal, () => new Set(sks.filter((sk) => exists.get(pk, sk) !== undefined)));
    },

    async get(key, attributes, signal) {
      const names = selected(attributes);
      const rows = guarded(signal, () =>
        database.prepare(`SELECT ${names} FROM items WHERE pk = ? AND sk = ?`).all(key.pk, key.sk),
      );
      return parseRows(rows, attributes, key.pk, log)[0];
    },

    async insertIfAbsent(items, signal) {
      return guarded(signal, () =>
        transaction(database, () => {
          const added = items.filter((item) => insert.run(...columnValues(item)).changes === 1);
          return new Set(added.map(({ sk }) => sk));
        }),
      );
    },

    async updateVersioned(key, expected, attributes, signal) {
      const names = Object.keys(attributes);
      const changes = names.map((name) => `${name} = ?, `).join('');
      const statement = `UPDATE items SET ${changes} version = ? WHERE pk = ? AND sk = ? AND coalesce(version, 0) = ?`;
      const values = [...Object.values(attributes), expected + 1, key.pk, key.sk, expected];
      return guarded(signal, () => database.prepare(statement).run(...values).changes === 1);
    },

    async *read<S extends AttributesSchema>(
      pk: string,
      prefix: string,
      attributes: S,
      signal: AbortSignal,
    ): AsyncGenerator<z.output<S>[]> {
      const page = database.prepare(
        `SELECT ${selected(attributes)} FROM items
         WHERE pk = ? AND sk >= ? AND sk < CAST(? AS TEXT) ORDER BY sk LIMIT ?`,
      );
      let from = prefix;
      while (true) {
        const rows = guarded(signal, () => page.all(pk, from, endOf(prefix), PAGE_ROWS));
        const last = rows.at(-1);
        if (last === undefined) return;
        yield parseRows(rows, attributes, pk, log);
        if (rows.length < PAGE_ROWS) return;
        from = `${last.sk}\0`;
        await yieldToOthers();
      }
    },

    close() {
      database.close();
    },
  };
}

/** A bound above every key that starts with the prefix: no character has the byte FF in UTF-8. */
const endOf = (prefix: string): Uint8Array => Buffer.concat([Buffer.from(prefix), END]);

function columnValues(item: Readonly<Record<string, SQLInputValue | undefined>>): SQLInputValue[] {
  return COLUMNS.map((column) => item[column] ?? null);
}

function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Runs a statement, unless the time is up. What the operator has to mend becomes a 503, a bug stays
 * one.
 */
function guarded<T>(signal: AbortSignal, work: () => T): T {
  if (signal.aborted) throw storeUnavailable('did not answer in time', signal.reason);
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error)) throw error;
    // Primary result codes, see https://www.sqlite.org/rescode.html
    const reason = new Map([
      [5, 'is locked by another program'],
      [8, 'is read-only'],
      [10, 'cannot be read or written'],
      [11, 'is damaged'],
      [13, 'has no room: the disk is full'],
    ]).get(Number(error.errcode) & 0xff);
    throw reason === undefined ? error : storeUnavailable(reason, error);
  }
}
