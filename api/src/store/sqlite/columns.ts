import type { DatabaseSync } from 'node:sqlite';

/** The column of what fits no other one; see `row.ts`. */
export const OTHER_ATTRIBUTES = 'other_attributes';

/** A column of the table `items`, which may be one that another tool has added. */
export interface Column {
  readonly name: string;
  /** As declared, such as `INTEGER`. */
  readonly type: string;
  readonly required: boolean;
}

/** The columns of the table `items`; none if there is no such table. */
export function columnsOf(database: DatabaseSync): Column[] {
  const rows = database.prepare(`SELECT name, type, "notnull" FROM pragma_table_info('items')`);
  return rows.all().map(({ name, type, notnull }) => {
    return { name: `${name}`, type: `${type}`, required: notnull === 1 };
  });
}

/** A column's name, quoted for SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
