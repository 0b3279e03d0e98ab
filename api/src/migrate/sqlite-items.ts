import type { DatabaseSync } from 'node:sqlite';
import { chunk } from '../kernel/chunk.ts';
import { type Guard, guarded, isConstraint } from '../store/sqlite/errors.ts';
import { openedFiles } from '../store/sqlite/opened-files.ts';
import { transaction } from '../store/sqlite/transaction.ts';
import { wholePages } from '../store/sqlite/whole-pages.ts';
import { wholeRows } from '../store/sqlite/whole-rows.ts';
import { storeLost } from '../store/unavailable.ts';
import type { Answer, Source, Target } from './ports.ts';

/** Rows per transaction, so that a running tracker has to wait only for milliseconds. */
const INSERTED_AT_ONCE = 500;

/** The items in the tracker's SQLite file. */
export function createSqliteItems(database: DatabaseSync): Source & Target {
  const lostFile = openedFiles(database);
  const guard: Guard = (signal, statement) =>
    guarded(signal, () => {
      const path = lostFile();
      if (path !== undefined) throw storeLost(path);
      return statement();
    });

  return {
    limits: 'somebody has added a constraint to this database',

    async partitions(pks, signal) {
      const rows = await guard(signal, () =>
        database.prepare('SELECT pk, count(*) AS items FROM items GROUP BY pk ORDER BY pk').all(),
      );
      const all = rows.map(({ pk, items }) => ({ pk: `${pk}`, items: Number(items) }));
      return all.filter(({ pk }) => pks === undefined || pks.includes(pk));
    },

    async *read(pk, signal) {
      for await (const page of wholePages(database, guard, { pk }, signal)) {
        yield page.map((attributes) => ({ sk: `${attributes.sk?.S}`, attributes }));
      }
    },

    async insertIfAbsent(items, signal, advance) {
      const answers: [string, Answer][] = [];
      for (const piece of chunk(items, INSERTED_AT_ONCE)) {
        const inPiece = () =>
          transaction(database, () => {
            const { insert } = wholeRows(database);
            return piece.map(({ sk, attributes }): [string, Answer] => {
              try {
                return [sk, insert(attributes) ? 'added' : 'there'];
              } catch (error) {
                if (!isConstraint(error)) throw error;
                return [sk, 'refused'];
              }
            });
          });
        answers.push(...(await guard(signal, inPiece)));
        advance(piece.length);
      }
      return new Map(answers);
    },

    [Symbol.dispose]: () => database.close(),
  };
}
