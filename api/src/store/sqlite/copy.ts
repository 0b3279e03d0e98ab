import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Copy } from '../store.ts';
import { columnsOf, OTHER_ATTRIBUTES, quoted } from './columns.ts';
import { otherAttributesExcept } from './row.ts';

/** Returns a function that copies one row of the partition, and returns whether it added the copy. */
export function createCopy(database: DatabaseSync, pk: string): (copy: Copy) => boolean {
  // Other tools can have added columns since the start.
  const columns = columnsOf(database).map(({ name }) => name);
  const statements = new Map<string, StatementSync>();

  /** A statement whose parameters are the values that differ in the copy, then the original's key. */
  function statementFor(different: readonly string[]): StatementSync {
    const rest = columns.filter((name) => !different.includes(name));
    const values = [
      ...different.map(() => '?'),
      ...rest.map((name) =>
        name === OTHER_ATTRIBUTES ? otherAttributesExcept(different) : quoted(name),
      ),
    ];
    return database.prepare(
      `INSERT INTO items (${[...different, ...rest].map(quoted).join(', ')})
       SELECT ${values.join(', ')} FROM items WHERE pk = ? AND sk = ?
       ON CONFLICT DO NOTHING`,
    );
  }

  return ({ from, to, attributes }) => {
    const different = { ...attributes, sk: to };
    const names = Object.keys(different);
    const key = names.join();
    const statement = statements.get(key) ?? statementFor(names);
    statements.set(key, statement);
    return statement.run(...Object.values(different), pk, from).changes === 1;
  };
}
