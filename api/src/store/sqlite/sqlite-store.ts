import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type * as z from 'zod';
import { chunk } from '../../kernel/chunk.ts';
import type { Log } from '../../kernel/log.ts';
import { type AttributesSchema, parseRows, type Store } from '../store.ts';
import { OTHER_ATTRIBUTES, toAttributes, toWholeItem, type WholeItem } from '../whole-item.ts';
import { columnsOf } from './columns.ts';
import { guarded } from './errors.ts';
import { type Row, withOtherAttributes } from './row.ts';
import { upgradeSchema } from './schema.ts';
import { wholeRows } from './whole-rows.ts';

/** Rows per read. Other requests get their turn in between. */
const PAGE_ROWS = 1000;
/** Later pages of a long read grow to this, which takes about 5 ms. */
const LONG_PAGE_ROWS = 4000;
/** Rows per transaction, which takes about 0.1 s. */
const INSERTED_AT_ONCE = 10_000;
const REMOVED_AT_ONCE = 1000;
/** Milliseconds to wait at the start if another program has locked the file. */
const OPEN_TIMEOUT_MS = 5000;

const END = Uint8Array.of(0xff);

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
  const transact = <T>(signal: AbortSignal, work: () => T) =>
    guard(signal, () => transaction(database, work));

  /**
   * The columns to select. Reads integers as REAL, because Node throws for an unsafe one and so fails
   * the whole page. As a REAL it only fails its own row's schema.
   */
  function selected(attributes: AttributesSchema): string {
    const names = new Set(['sk', OTHER_ATTRIBUTES, ...Object.keys(attributes.shape)]);
    return [...columns]
      .filter(([name]) => names.has(name))
      .map(([name, { type }]) => (type === 'INTEGER' ? `CAST(${name} AS REAL) AS ${name}` : name))
      .join(', ');
  }

  function parse<S extends AttributesSchema>(rows: readonly Row[], attributes: S, pk: string) {
    return parseRows(rows.map(withOtherAttributes), attributes, pk, log);
  }

  const exists = database.prepare('SELECT 1 FROM items WHERE pk = ? AND sk = ?');

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
    // Arrays are read twice as fast as objects.
    page.setReturnArrays(true);
    const names = page.columns().map(({ name }) => name);
    let from = prefix;
    let limit = PAGE_ROWS;
    while (true) {
      const values = await guard(signal, () => page.all(pk, from, endOf(prefix), limit));
      const rows = values.map((row) => rowOf(names, row));
      const last = rows.at(-1);
      if (last === undefined) return;
      yield parse(rows, attributes, pk);
      if (rows.length < limit) return;
      from = `${last.sk}\0`;
      limit = Math.min(2 * limit, LONG_PAGE_ROWS);
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

  async function* readWhole(
    pk: string,
    after: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<WholeItem[]> {
    let from = after === undefined ? '' : `${after}\0`;
    while (true) {
      const rows = await guard(signal, () => wholeRows(database).page(pk, from, PAGE_ROWS));
      const items = rows.map(toWholeItem);
      const last = items.at(-1);
      if (last === undefined) return;
      yield items;
      if (items.length < PAGE_ROWS) return;
      from = `${last.sk}\0`;
      await yieldToOthers();
    }
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

    async getWhole(pk, sks, signal) {
      const found: WholeItem[] = [];
      for (const piece of chunk([...new Set(sks)], PAGE_ROWS)) {
        const rows = await guard(signal, () => wholeRows(database).get(pk, piece));
        found.push(...rows.map(toWholeItem));
        await yieldToOthers();
      }
      return found;
    },

    readWhole,

    async insertIfAbsent(items, signal) {
      const added = new Set<string>();
      for (const piece of chunk(items, INSERTED_AT_ONCE)) {
        const inPiece = await transact(signal, () => {
          const { insert } = wholeRows(database);
          return piece.filter((item) => insert(toAttributes(item)));
        });
        for (const { sk } of inPiece) added.add(sk);
        await yieldToOthers();
      }
      return added;
    },

    async remove(pk, sks, isRemovable, signal) {
      const removed: WholeItem[] = [];
      for (const piece of chunk([...new Set(sks)], REMOVED_AT_ONCE)) {
        const inPiece = await transact(signal, () => {
          const { get, remove } = wholeRows(database);
          const removable = get(pk, piece).map(toWholeItem).filter(isRemovable);
          remove(
            pk,
            removable.map(({ sk }) => sk),
          );
          return removable;
        });
        removed.push(...inPiece);
        await yieldToOthers();
      }
      return removed;
    },

    async update({ pk, sk }, changes, signal, version) {
      return transact(signal, () => {
        const { get, update } = wholeRows(database);
        if (version === undefined) return update(pk, sk, changes);
        const [item] = get(pk, [sk]);
        const stored = Number(item?.version?.N ?? 0);
        return stored === version && update(pk, sk, { ...changes, version: version + 1 });
      });
    },

    read,

    partition: (pk, signal) => (prefix, attributes) => read(pk, prefix, attributes, signal),

    close() {
      database.close();
    },
  };
}

/** A row from an array of its values, which Node's types take for an object. */
function rowOf(names: readonly string[], values: Row): Row {
  const row: Record<string, SQLOutputValue> = {};
  let index = 0;
  for (const name of names) {
    row[name] = values[index] ?? null;
    index += 1;
  }
  return row;
}

/** An upper bound of all keys with the prefix. UTF-8 never contains the byte FF. */
const endOf = (prefix: string): Uint8Array => Buffer.concat([Buffer.from(prefix), END]);

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
