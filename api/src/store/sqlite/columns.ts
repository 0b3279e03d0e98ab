import type { DatabaseSync } from 'node:sqlite';

/** The column for attributes that do not fit any other column, see `row.ts`. */
export const OTHER_ATTRIBUTES = 'other_attributes';

/** A column of the table `items`. Other tools can have added some. */
export interface Column {
  readonly name: string;
  /** As declared, such as `INTEGER`. */
  readonly type: string;
  readonly required: boolean;
}

/** The columns of the table `items`, or an empty list if it does not exist. */
export function columnsOf(database: DatabaseSync): Column[] {
  const rows = database.prepare(`SELECT name, type, "notnull" FROM pragma_table_info('items')`);
  return rows.all().map(({ name, type, notnull }) => {
    return { name: `${name}`, type: `${type}`, required: notnull === 1 };
  });
}

/** Quotes a column name for SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
