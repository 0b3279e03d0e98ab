import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type * as z from 'zod';
import { chunk } from '../../kernel/chunk.ts';
import type { Log } from '../../kernel/log.ts';
import { itemSchemas } from '../items.ts';
import { type AttributesSchema, parseRows, type Store } from '../store.ts';
import { columnsOf, OTHER_ATTRIBUTES } from './columns.ts';
import { createCopy } from './copy.ts';
import { guarded } from './errors.ts';
import { otherAttributesExcept, type Row, withOtherAttributes } from './row.ts';
import { upgradeSchema } from './schema.ts';

/** Rows per read. Other requests get their turn in between. */
const PAGE_ROWS = 1000;
/** Rows per transaction, which takes about 0.1 s. */
const INSERTED_AT_ONCE = 10_000;
/** Milliseconds to wait at the start if another program has locked the file. */
const OPEN_TIMEOUT_MS = 5000;

const END = Uint8Array.of(0xff);

const COLUMNS = [...new Set(itemSchemas().flatMap((schema) => Object.keys(schema.shape)))];

/**
 * A store in a SQLite file, which is created if missing. With `synchronous = FULL`, acknowledged writes
 * survive a power cut. An operation waits at most `patienceMs` while another program has locked the file.
 */
export function openSqliteStore(file: string, log: Log, patienceMs?: number): Store {
  const database = new DatabaseSync(file, { timeout: OPEN_TIMEOUT_MS });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  upgradeSchema(database, file);
  database.exec('PRAGMA busy_timeout = 0');

  const columns = columnsOf(database);
  const guard = <T>(signal: AbortSignal, statement: () => T) =>
    guarded(signal, statement, patienceMs);

  /**
   * The columns to select. Reads integers as REAL, because Node throws for an unsafe one and so fails
   * the whole page. As a REAL it only fails its own row's schema.
   */
  function selected(attributes: AttributesSchema): string {
    const names = new Set(['sk', OTHER_ATTRIBUTES, ...Object.keys(attributes.shape)]);
    return columns
      .filter(({ name }) => names.has(name))
      .map(({ name, type }) => (type === 'INTEGER' ? `CAST(${name} AS REAL) AS ${name}` : name))
      .join(', ');
  }

  function parse<S extends AttributesSchema>(rows: readonly Row[], attributes: S, pk: string) {
    return parseRows(rows.map(withOtherAttributes), attributes, pk, log);
  }

  const exists = database.prepare('SELECT 1 FROM items WHERE pk = ? AND sk = ?');
  const insert = database.prepare(
    `INSERT INTO items (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT DO NOTHING`,
  );

  async function* read<S extends AttributesSchema>(
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
      const rows = await guard(signal, () => page.all(pk, from, endOf(prefix), PAGE_ROWS));
      const last = rows.at(-1);
      if (last === undefined) return;
      yield parse(rows, attributes, pk);
      if (rows.length < PAGE_ROWS) return;
      from = `${last.sk}\0`;
      await yieldToOthers();
    }
  }

  async function getMany<S extends AttributesSchema>(
    pk: string,
    sks: readonly string[],
    attributes: S,
    signal: AbortSignal,
  ): Promise<z.output<S>[]> {
    const statement = database.prepare(
      `SELECT ${selected(attributes)} FROM items WHERE pk = ? AND sk = ?`,
    );
    const found: z.output<S>[] = [];
    for (const piece of chunk([...new Set(sks)], PAGE_ROWS)) {
      const rows = await guard(signal, () => piece.map((sk) => statement.get(pk, sk)));
      const there = rows.filter((row) => row !== undefined);
      found.push(...parse(there, attributes, pk));
      await yieldToOthers();
    }
    return found;
  }

  /** Calls `add` for each entry, in transactions, and returns the entries that it added. */
  async function inTransactions<T>(
    entries: readonly T[],
    signal: AbortSignal,
    add: (entry: T) => boolean,
  ): Promise<T[]> {
    const added: T[] = [];
    for (const piece of chunk(entries, INSERTED_AT_ONCE)) {
      const inPiece = await guard(signal, () => transaction(database, () => piece.filter(add)));
      for (const entry of inPiece) added.push(entry);
      await yieldToOthers();
    }
    return added;
  }

  return {
    async existing(pk, sks, signal) {
      const existing = new Set<string>();
      for (const piece of chunk(sks, PAGE_ROWS)) {
        const found = await guard(signal, () =>
          piece.filter((sk) => exists.get(pk, sk) !== undefined),
        );
        for (const sk of found) existing.add(sk);
        await yieldToOthers();
      }
      return existing;
    },

    async get({ pk, sk }, attributes, signal) {
      const [found] = await getMany(pk, [sk], attributes, signal);
      return found;
    },

    getMany,

    async insertIfAbsent(items, signal) {
      const added = await inTransactions(items, signal, (item) => {
        return insert.run(...columnValues(item)).changes === 1;
      });
      return new Set(added.map(({ sk }) => sk));
    },

    async copyIfAbsent(pk, copies, signal) {
      const copy = await guard(signal, () => createCopy(database, pk));
      const added = await inTransactions(copies, signal, copy);
      return new Set(added.map(({ to }) => to));
    },

    async updateVersioned(key, expected, attributes, signal) {
      const names = Object.keys(attributes);
      const changes = names.map((name) => `${name} = ?, `).join('');
      const others = otherAttributesExcept([...names, 'version']);
      const statement = `UPDATE items SET ${changes} version = ?, ${OTHER_ATTRIBUTES} = ${others}
        WHERE pk = ? AND sk = ? AND coalesce(version, 0) = ?`;
      const values = [...Object.values(attributes), expected + 1, key.pk, key.sk, expected];
      return guard(signal, () => database.prepare(statement).run(...values).changes === 1);
    },

    read,

    partition: (pk, signal) => (prefix, attributes) => read(pk, prefix, attributes, signal),

    close() {
      database.close();
    },
  };
}

/** An upper bound of all keys with the prefix. UTF-8 never contains the byte FF. */
const endOf = (prefix: string): Uint8Array => Buffer.concat([Buffer.from(prefix), END]);

function columnValues(item: Readonly<Record<string, SQLInputValue | undefined>>): SQLInputValue[] {
  return COLUMNS.map((column) => item[column] ?? null);
}

export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // If the disk is full, SQLite has already rolled back.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
