import type { DatabaseSync } from 'node:sqlite';
import { chunk } from '../kernel/chunk.ts';
import { transaction } from '../store/sqlite.ts';
import { type Column, columnsOf } from '../store/sqlite-columns.ts';
import { guarded } from '../store/sqlite-errors.ts';
import { columnValue, fitColumns } from './sqlite-row.ts';
import type { Target } from './ports.ts';
import { columnList, readItems } from './sqlite-items.ts';

/** Rows written in one transaction, so that a tracker that runs waits for milliseconds only. */
const INSERTED_AT_ONCE = 500;

/** A target in a file. Attributes go into the columns of their names. */
export function createSqliteTarget(
  database: DatabaseSync,
  columns: readonly Column[] = columnsOf(database),
): Target {
  return {
    limits: 'SQLite has columns that each item needs, such as user',
    fit: (item) => fitColumns(columns, item),
    read: (pk, signal) => readItems(database, pk, signal),
    async insertIfAbsent(items, signal, advance) {
      const insert = database.prepare(
        `INSERT INTO items (${columnList(columns)}) VALUES (${columns.map(() => '?').join(', ')})
         ON CONFLICT DO NOTHING`,
      );
      let added = 0;
      for (const piece of chunk(items, INSERTED_AT_ONCE)) {
        const rows = piece.map(({ attributes }) =>
          columns.map((column) => columnValue(column, attributes[column.name])),
        );
        const inserted = await guarded(signal, () =>
          transaction(database, () => rows.filter((row) => insert.run(...row).changes === 1)),
        );
        added += inserted.length;
        advance(piece.length);
      }
      return { added, refused: [] };
    },
    [Symbol.dispose]: () => database.close(),
  };
}
