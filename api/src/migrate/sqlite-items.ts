import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { chunk } from '../kernel/chunk.ts';
import { columnsOf, quoted } from '../store/sqlite/columns.ts';
import { guarded } from '../store/sqlite/errors.ts';
import { fromRow, toRow } from '../store/sqlite/row.ts';
import { transaction } from '../store/sqlite/sqlite-store.ts';
import type { RawItem } from './item.ts';
import type { Answer, Source, Target } from './ports.ts';

/** Rows per read. */
const PAGE_ROWS = 1000;
/** Rows per transaction, so that a running tracker has to wait only for milliseconds. */
const INSERTED_AT_ONCE = 500;
/** SQLite's primary result code, see https://www.sqlite.org/rescode.html */
const CONSTRAINT = 19;

/** The items in the tracker's SQLite file. */
export function createSqliteItems(database: DatabaseSync): Source & Target {
  const columns = columnsOf(database);
  const names = columns.map(({ name }) => quoted(name)).join(', ');

  return {
    limits: 'somebody has added a constraint to this database',

    async partitions(pks, signal) {
      const rows = await guarded(signal, () =>
        database.prepare('SELECT pk, count(*) AS items FROM items GROUP BY pk ORDER BY pk').all(),
      );
      const all = rows.map(({ pk, items }) => ({ pk: `${pk}`, items: Number(items) }));
      return all.filter(({ pk }) => pks === undefined || pks.includes(pk));
    },

    async *read(pk, signal) {
      const page = database.prepare(
        `SELECT ${names} FROM items WHERE pk = ? AND sk >= ? ORDER BY sk LIMIT ${PAGE_ROWS}`,
      );
      page.setReadBigInts(true);
      let from = '';
      while (true) {
        const rows = await guarded(signal, () => page.all(pk, from));
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows.map((row) => ({ sk: `${row.sk}`, attributes: fromRow(row) }));
        from = `${last.sk}\0`;
        await yieldToOthers();
      }
    },

    async insertIfAbsent(items, signal, advance) {
      const insert = database.prepare(
        `INSERT INTO items (${names}) VALUES (${columns.map(() => '?').join(', ')})
         ON CONFLICT (pk, sk) DO NOTHING`,
      );
      const put = ({ sk, attributes }: RawItem): [string, Answer] => {
        const row = toRow(columns, attributes);
        try {
          const { changes } = insert.run(...columns.map(({ name }) => row[name] ?? null));
          return [sk, changes === 1 ? 'added' : 'there'];
        } catch (error) {
          if (!isConstraint(error)) throw error;
          return [sk, 'refused'];
        }
      };

      const answers: [string, Answer][] = [];
      for (const piece of chunk(items, INSERTED_AT_ONCE)) {
        const inPiece = () => transaction(database, () => piece.map(put));
        answers.push(...(await guarded(signal, inPiece)));
        advance(piece.length);
      }
      return new Map(answers);
    },

    [Symbol.dispose]: () => database.close(),
  };
}

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === CONSTRAINT;
