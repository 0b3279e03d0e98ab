import type { DatabaseSync } from 'node:sqlite';
import { guarded } from '../store/sqlite-errors.ts';
import type { Source } from './ports.ts';
import { readItems } from './sqlite-items.ts';

/**
 * Reads all from one moment, the first read: the transaction holds on to it, and in the tracker's
 * journal mode (WAL) it keeps nobody from writing.
 */
export function createSqliteSource(database: DatabaseSync): Source {
  database.exec('BEGIN');
  return {
    async partitions(pks, signal) {
      const rows = await guarded(signal, () =>
        database.prepare('SELECT pk, count(*) AS items FROM items GROUP BY pk ORDER BY pk').all(),
      );
      const all = rows.map(({ pk, items }) => ({ pk: `${pk}`, items: Number(items) }));
      return all.filter(({ pk }) => pks === undefined || pks.includes(pk));
    },
    read: (pk, signal) => readItems(database, pk, signal),
    [Symbol.dispose]: () => database.close(),
  };
}
