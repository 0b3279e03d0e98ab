import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Attributes, type Changes, changeAttributes } from '../attributes.ts';
import { OTHER_ATTRIBUTES } from '../whole-item.ts';
import { columnsOf, quoted } from './columns.ts';
import { endOf } from './end-of.ts';
import { fromRow, toRow } from './row.ts';

/** The sort keys that start with a prefix, from one of them on. */
interface KeyRange {
  readonly prefix: string;
  readonly from: string;
}

/** The rows of the table `items` with all their columns. */
export interface WholeRows {
  /** Those that exist. */
  get(pk: string, sks: readonly string[]): Attributes[];
  /** The first rows of a range, in sort-key order. */
  page(pk: string, range: KeyRange, rows: number): Attributes[];
  /** Returns false if the row exists. */
  insert(attributes: Attributes): boolean;
  /** Returns false if the row does not exist. */
  update(pk: string, sk: string, changes: Changes): boolean;
  remove(pk: string, sks: readonly string[]): void;
}

/**
 * Prepares access to whole rows. Another program can add columns at any time, so call this in the
 * transaction that uses it.
 */
export function wholeRows(database: DatabaseSync): WholeRows {
  const columns = columnsOf(database);
  const names = [...columns.keys()];
  const all = names.map(quoted).join(', ');
  /** By their column lists. */
  const inserts = new Map<string, StatementSync>();

  function prepare(sql: string): StatementSync {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    return statement;
  }

  /** Sets only these columns, so that the others get their defaults. */
  function insertInto(set: readonly string[]): StatementSync {
    const columnList = set.map(quoted).join(', ');
    const statement =
      inserts.get(columnList) ??
      prepare(
        `INSERT INTO items (${columnList}) VALUES (${set.map(() => '?').join(', ')})
         ON CONFLICT (pk, sk) DO NOTHING`,
      );
    inserts.set(columnList, statement);
    return statement;
  }

  function get(pk: string, sks: readonly string[]): Attributes[] {
    const statement = prepare(`SELECT ${all} FROM items WHERE pk = ? AND sk = ?`);
    return sks.flatMap((sk) => statement.all(pk, sk)).map(fromRow);
  }

  return {
    get,

    page(pk, { from, prefix }, rows) {
      const sql = `SELECT ${all} FROM items
        WHERE pk = ? AND sk >= ? AND sk < CAST(? AS TEXT) ORDER BY sk LIMIT ?`;
      return prepare(sql).all(pk, from, endOf(prefix), rows).map(fromRow);
    },

    insert(attributes) {
      const row = toRow(columns, attributes);
      return insertInto(Object.keys(row)).run(...Object.values(row)).changes === 1n;
    },

    update(pk, sk, changes) {
      const [attributes] = get(pk, [sk]);
      if (attributes === undefined) return false;
      const row = new Map(Object.entries(toRow(columns, changeAttributes(attributes, changes))));
      const changing = names.filter(
        (name) => name === OTHER_ATTRIBUTES || Object.hasOwn(changes, name),
      );
      const set = changing.map((name) => `${quoted(name)} = ?`).join(', ');
      const values = changing.map((name) => row.get(name) ?? null);
      prepare(`UPDATE items SET ${set} WHERE pk = ? AND sk = ?`).run(...values, pk, sk);
      return true;
    },

    remove(pk, sks) {
      const statement = prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
      for (const sk of sks) statement.run(pk, sk);
    },
  };
}
